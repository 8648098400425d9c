package org.sparkradam.table.profile;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.sparkradam.table.column.CategoryText;

/**
 * Counts the rows of each label while they go by, as long as labels are so few that they may be
 * classes. Not thread-safe.
 */
final class LabelTally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** More are no classes, and would take too much of the driver. */
  private static final int MOST = 2 * LabelStudy.MAX_CLASSES;

  /** By what is alike for labels of one class; null once they are many. */
  private Map<Object, Found> found = new HashMap<>();

  /** Rows of one class. */
  private static final class Found implements Serializable {
    private static final long serialVersionUID = 1L;

    private double number;
    private String text;
    private long training;
    private long test;
    private long lowestHash = Long.MAX_VALUE;
    private long highestHash = Long.MIN_VALUE;

    /** Of the spellings of a class the smallest one names it. */
    void spell(String spelling) {
      text = text == null || spelling.compareTo(text) < 0 ? spelling : text;
    }

    void plus(Found other) {
      if (other.text != null) {
        spell(other.text);
      }
      number = other.number;
      training += other.training;
      test += other.test;
      lowestHash = Math.min(lowestHash, other.lowestHash);
      highestHash = Math.max(highestHash, other.highestHash);
    }
  }

  /**
   * Where marked rows have what is looked at.
   *
   * @param values how labels are read
   * @param label the place of the label, as are {@code isTest} and {@code hash} of others
   */
  record View(LabelValues values, int label, int isTest, int hash) implements Serializable {}

  void add(InternalRow row, View view) {
    if (found == null) {
      return;
    }
    Found one = found(row, view);
    if (row.getBoolean(view.isTest)) {
      one.test++;
    } else {
      one.training++;
    }
    one.lowestHash = Math.min(one.lowestHash, row.getLong(view.hash));
    one.highestHash = Math.max(one.highestHash, row.getLong(view.hash));
    forgetIfMany();
  }

  private Found found(InternalRow row, View view) {
    if (view.values == LabelValues.NUMBERS) {
      double number = row.getDouble(view.label) + 0.0; // one zero
      Found one = found.computeIfAbsent(number, any -> new Found());
      one.number = number;
      return one;
    }
    String text = row.getUTF8String(view.label).toString();
    Object key = view.values == LabelValues.TEXTS ? CategoryText.of(text) : text;
    Found one = found.computeIfAbsent(key, any -> new Found());
    one.spell(text);
    return one;
  }

  LabelTally plus(LabelTally other) {
    if (found == null || other.found == null) {
      found = null;
    } else {
      other.found.forEach((key, one) -> found.computeIfAbsent(key, any -> new Found()).plus(one));
      forgetIfMany();
    }
    return this;
  }

  private void forgetIfMany() {
    if (found.size() > MOST) {
      found = null;
    }
  }

  /** In their order; empty if they are too many for classes. */
  Optional<List<LabelClass>> classes() {
    return Optional.ofNullable(found)
        .map(labels -> labels.values().stream().map(LabelTally::asClass).sorted().toList());
  }

  private static LabelClass asClass(Found one) {
    String name = one.text == null ? LabelClass.spelled(one.number) : one.text;
    return new LabelClass(
        one.number, name, one.training, one.test, one.lowestHash, one.highestHash);
  }
}
