package org.sparkradam.jobs.habits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws rows of one table, as often as files are wanted.
 *
 * @param isLibsvm whether all are numbers, the label first
 * @param signal the column that tells something of the label, so that there is something to learn
 * @param rareRows how many training rows the rarest class has; 0 if none is rare
 */
record TableMaker(
    Dice dice,
    boolean isLibsvm,
    List<Field> fields,
    Field signal,
    Field labelField,
    LabelSpelling label,
    Optional<Field> weight,
    int rareRows) {

  /** A table for CSV or Parquet. */
  static TableMaker table(Dice dice) {
    Names names = new Names(dice, dice.of(0.0, 0.15, 0.5));
    LabelSpelling label = dice.of(LabelSpelling.values());
    Field signal = new Field(names.next(), Kind.REAL, gaps(dice));
    Field labelField =
        new Field(
            dice.chance(0.5) ? "target" : names.next(), label.kind(), dice.chance(0.1) ? 0.06 : 0);
    Optional<Field> weight =
        dice.chance(0.1) ? Optional.of(new Field("wt", Kind.WEIGHT, 0)) : Optional.empty();
    List<Field> fields = new ArrayList<>(List.of(signal, labelField));
    weight.ifPresent(fields::add);
    List<Kind> kinds = new ArrayList<>(Kind.flat());
    if (dice.chance(0.2)) {
      kinds.addAll(Kind.nested());
      kinds.addAll(Kind.nested());
    }
    for (int more = dice.between(1, 5); more > 0; more--) {
      fields.add(feature(dice, dice.of(kinds), names));
    }
    int rareRows = !label.isAmount() && dice.chance(0.15) ? dice.between(1, 3) : 0;
    return new TableMaker(
        dice, false, dice.shuffled(fields), signal, labelField, label, weight, rareRows);
  }

  /** A table of numbers, the label first. */
  static TableMaker libsvm(Dice dice) {
    LabelSpelling label =
        dice.of(
            LabelSpelling.ZERO_ONE,
            LabelSpelling.ONE_TWO,
            LabelSpelling.MINUS_PLUS,
            LabelSpelling.DIGITS,
            LabelSpelling.AMOUNT);
    Field labelField = new Field("label", label.kind(), 0);
    Field signal = new Field("features", Kind.REAL, 0);
    List<Field> fields = new ArrayList<>(List.of(labelField, signal));
    for (int more = dice.between(1, 5); more > 0; more--) {
      fields.add(new Field("f" + more, dice.of(Kind.WHOLE, Kind.REAL, Kind.TINY), 0.3));
    }
    return new TableMaker(dice, true, fields, signal, labelField, label, Optional.empty(), 0);
  }

  /** What has to be left out has a name that can be listed, else no command could be right. */
  private static Field feature(Dice dice, Kind drawn, Names names) {
    Kind kind = drawn == Kind.SENTINEL && dice.chance(0.8) ? Kind.REAL : drawn;
    Field field = new Field(names.next(), kind, kind == Kind.VECTOR ? 0 : gaps(dice));
    return kind.isNested() && !field.canBeListed() ? field.named("nested " + kind) : field;
  }

  private static double gaps(Dice dice) {
    return dice.of(0.0, 0.0, 0.05, 0.3);
  }

  boolean hasNested() {
    return fields.stream().anyMatch(field -> field.kind().isNested());
  }

  /** Rows for a file; a rare class is in the training rows only. */
  DrawnTable rows(int count, boolean training) {
    List<List<Object>> rows = IntStream.range(0, count).mapToObj(i -> row(i, training)).toList();
    return new DrawnTable(fields, rows);
  }

  private List<Object> row(int i, boolean training) {
    double cause = label.isAmount() ? dice.gaussian() : 0;
    Object answer = label.of(i, cause, rareRows == 0 ? 0 : training ? rareRows : 1);
    Object[] values = new Object[fields.size()];
    for (int k = 0; k < values.length; k++) {
      Field field = fields.get(k);
      values[k] = field.equals(labelField) ? answer : field.draw(dice, i);
      if (field.equals(signal) && values[k] != null) {
        values[k] = (double) values[k] + cause + (label.isAmount() ? 0 : answer.hashCode() % 3);
      }
    }
    if (dice.chance(labelField.gaps())) {
      values[fields.indexOf(labelField)] = null;
    }
    return Arrays.asList(values);
  }

  /** The same rows as another file may have them: columns in another order, and one more. */
  DrawnTable rearranged(DrawnTable table, boolean named) {
    if (!named || isLibsvm || dice.chance(0.6)) {
      return table;
    }
    List<Field> shuffled = dice.shuffled(table.fields());
    DrawnTable other = table.with(shuffled);
    if (dice.chance(0.5)) {
      return other;
    }
    List<Field> more =
        Stream.concat(shuffled.stream(), Stream.of(new Field("one more", Kind.CATEGORY, 0)))
            .toList();
    return new DrawnTable(
        more,
        other.rows().stream()
            .map(row -> Stream.concat(row.stream(), Stream.of((Object) "new")).toList())
            .toList());
  }
}
