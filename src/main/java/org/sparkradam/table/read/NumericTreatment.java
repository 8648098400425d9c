package org.sparkradam.table.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparkradam.table.column.BadInputException;

/** What becomes of a numeric column. */
public sealed interface NumericTreatment {
  /** Missing values get the mean, and all are centred and brought to unit deviation. */
  record Standardise() implements NumericTreatment {}

  /**
   * A category for each of so many ranges that hold about as many training rows.
   *
   * @param buckets ranges at most: equal values share one
   */
  record Quantiles(int buckets) implements NumericTreatment {
    static final int MOST = 1000;

    public Quantiles {
      if (buckets < 2 || buckets > MOST) {
        throw new BadInputException(
            "--numeric quantiles:%s: give 2 to %s quantiles, as in quantiles:16"
                .formatted(buckets, MOST));
      }
    }
  }

  /**
   * A category for each whole part of (ln x)² above 2, and of x below: what was first done to the
   * counts of the Criteo tables.
   */
  record LogBuckets() implements NumericTreatment {}

  NumericTreatment STANDARDISE = new Standardise();
  NumericTreatment LOG_BUCKETS = new LogBuckets();

  /**
   * The treatment of this name.
   *
   * @throws BadInputException if there is none
   */
  static NumericTreatment of(String text) {
    Matcher quantiles = Pattern.compile("quantiles:([0-9]{1,9})").matcher(text);
    if (quantiles.matches()) {
      return new Quantiles(Integer.parseInt(quantiles.group(1)));
    }
    return switch (text) {
      case "standardise" -> STANDARDISE;
      case "log-buckets" -> LOG_BUCKETS;
      default ->
          throw new BadInputException(
              "--numeric %s: must be standardise, quantiles:N or log-buckets, for all columns or, as COLUMN=…, for one"
                  .formatted(text));
    };
  }
}
