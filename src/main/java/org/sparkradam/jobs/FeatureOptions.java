package org.sparkradam.jobs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.sparkradam.table.read.FeatureSettings;
import org.sparkradam.table.read.NumericTreatment;
import picocli.CommandLine.Option;

/** The options that say how columns become features; all is fitted to the training rows only. */
final class FeatureOptions {
  @Option(
      names = "--max-categories",
      paramLabel = "N",
      description =
          "categories of a column that have features of their own at most, others are hashed; default"
              + " 1000, with --min-count all that are frequent enough")
  Integer maxCategories;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      description =
          "training rows that a category needs for a feature of its own; rarer, unseen and missing ones"
              + " share one; default ${DEFAULT-VALUE}")
  int minCount = 1;

  @Option(
      names = "--hash-bits",
      paramLabel = "B",
      description =
          "all features share 2^B hash buckets, no category has one by name; default: columns of too"
              + " many categories have 2^10 to 2^16 of their own")
  Integer hashBits;

  @Option(
      names = "--numeric",
      paramLabel = "[COL=]HOW",
      split = ",",
      description =
          "standardise; quantiles:N, categories of about as many rows; or log-buckets, whose category is"
              + " the whole part of (ln x)² above 2; of all numeric columns or, as COL=HOW, of one;"
              + " default standardise")
  List<String> numeric = List.of();

  @Option(
      names = "--cross",
      paramLabel = "A:B",
      split = ",",
      description = "columns whose categories together are further ones, as in a:b,c:d:e")
  List<String> cross = List.of();

  @Option(
      names = "--target-encode",
      paramLabel = "COL",
      split = ",",
      description =
          "categories, or crosses as A:B, that become the mean label of the other training rows; needs"
              + " Spark 4")
  List<String> targetEncode = List.of();

  /**
   * What was asked for.
   *
   * @throws org.sparkradam.table.column.BadInputException if there is no such thing
   */
  FeatureSettings settings() {
    NumericTreatment all = NumericTreatment.STANDARDISE;
    Map<String, NumericTreatment> one = new LinkedHashMap<>();
    for (String word : numeric) {
      int equals = word.lastIndexOf('=');
      NumericTreatment treatment = NumericTreatment.of(word.substring(equals + 1));
      if (equals < 0) {
        all = treatment;
      } else {
        one.put(word.substring(0, equals), treatment);
      }
    }
    return new FeatureSettings(
        number(maxCategories),
        minCount,
        number(hashBits),
        all,
        one,
        cross.stream().map(columns -> Arrays.asList(columns.split(":", -1))).toList(),
        targetEncode);
  }

  /** As run.json holds it: what was typed, as text. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("maxCategories", settings().maxCategories().isPresent() ? maxCategories : null);
    facts.put("minCount", minCount);
    facts.put("hashBits", hashBits);
    facts.put("numeric", numeric.isEmpty() ? "standardise" : String.join(",", numeric));
    facts.put("cross", String.join(",", cross));
    facts.put("targetEncode", targetEncode.stream().collect(Collectors.joining(",")));
    return facts;
  }

  private static OptionalInt number(Integer valueOrNull) {
    return valueOrNull == null ? OptionalInt.empty() : OptionalInt.of(valueOrNull);
  }
}
