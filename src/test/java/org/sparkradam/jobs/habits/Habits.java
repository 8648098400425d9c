package org.sparkradam.jobs.habits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Makes cases from seeds.
 *
 * @param known the options that the jobs have
 */
public record Habits(SparkSession session, Set<String> known) {
  private static final double WRONG_SHARE = 0.08;

  /** The case of a seed, with its files in the folder. */
  public Habit of(long seed, Path folder) {
    Dice dice = new Dice(seed);
    TableMaker maker = dice.chance(0.1) ? TableMaker.libsvm(dice) : TableMaker.table(dice);
    Form form = form(maker, dice);
    DrawnTable training = maker.rows(dice.between(40, 80), true);
    DrawnTable test = maker.rows(dice.between(20, 40), false);
    return new Made(maker, form, dice, seed, folder).of(training, test);
  }

  private Form form(TableMaker maker, Dice dice) {
    if (maker.isLibsvm()) {
      return LibsvmForm.drawn(dice);
    }
    boolean typed = maker.hasNested() || dice.chance(0.3);
    if (typed) {
      return new ParquetForm(session, dice.below(12));
    }
    CsvForm csv = CsvForm.drawn(dice);
    return known.contains("--encoding") ? csv : csv.inUtf8();
  }

  /** A case in the making. */
  private final class Made {
    private final TableMaker maker;
    private final Form form;
    private final Dice dice;
    private final long seed;
    private final Path folder;
    private final List<String> files = new ArrayList<>();

    Made(TableMaker maker, Form form, Dice dice, long seed, Path folder) {
      this.maker = maker;
      this.form = form;
      this.dice = dice;
      this.seed = seed;
      this.folder = folder;
    }

    Habit of(DrawnTable training, DrawnTable test) {
      boolean hasTest = dice.chance(0.8);
      List<String> train = new ArrayList<>(List.of("--data", written(training, form, "a")));
      Form tested = sameOptions();
      if (hasTest) {
        train.addAll(List.of("--test-data", written(test, tested, "b")));
      }
      train.addAll(form.options(training, known));
      train.addAll(new TrainOptions(maker, dice, form.namesColumns()).all());
      if (dice.chance(WRONG_SHARE)) {
        dice.of(Mistake.values()).spoil(train);
      }
      List<Habit.Scored> scored =
          new ArrayList<>(List.of(scored(test, hasTest ? Optional.of(tested) : Optional.empty())));
      if (dice.chance(0.15) && !maker.isLibsvm()) {
        scored.add(withoutLabels(test));
      }
      return new Habit(seed, train, scored, names());
    }

    /** As another tool writes a table that is read with the options of the training table. */
    private Form sameOptions() {
      return form instanceof CsvForm csv && dice.chance(0.3)
          ? csv.by(Spelling.drawn(dice), dice)
          : form;
    }

    /** The test rows, often as another tool has them. */
    private Habit.Scored scored(DrawnTable test, Optional<Form> tested) {
      Form drawn = dice.chance(0.5) ? form : Habits.this.form(maker, dice);
      Form other = drawn.namesColumns() == form.namesColumns() ? drawn : form;
      // Those of a training with weights are weighted, and those of a scoring are not.
      boolean same = tested.filter(other::meansTheSameAs).isPresent() && maker.weight().isEmpty();
      return scored(maker.rearranged(test, other.namesColumns()), other, "c", same);
    }

    private Habit.Scored withoutLabels(DrawnTable test) {
      boolean gone = form.namesColumns() && dice.chance(0.5);
      DrawnTable unlabelled =
          gone ? test.without(maker.labelField()) : test.emptied(maker.labelField());
      return scored(unlabelled, form, "d", false);
    }

    private Habit.Scored scored(DrawnTable table, Form form, String name, boolean isTested) {
      List<String> arguments = new ArrayList<>(List.of("--data", written(table, form, name)));
      arguments.addAll(form.options(table, known));
      return new Habit.Scored(arguments, isTested);
    }

    private String written(DrawnTable table, Form form, String name) {
      Path file = form.write(table, folder, name);
      files.add(file.getFileName().toString());
      return file.toString();
    }

    private List<String> names() {
      List<Field> fields = maker.fields();
      Stream<String> columns =
          Stream.concat(fields.stream(), Names.numbered(fields).stream()).map(Field::name);
      return Stream.of(columns, files.stream(), Stream.of(Mistake.NO_TABLE))
          .flatMap(all -> all)
          .toList();
    }
  }
}
