package org.sparkradam.jobs.habits;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What somebody who knows the table asks of the training, beside the reading of its file.
 *
 * @param named whether the file names its columns
 */
record TrainOptions(TableMaker maker, Dice dice, boolean named) {
  List<String> all() {
    List<String> options = new ArrayList<>(List.of("--partitions", "1"));
    options.addAll(List.of("--steps", String.valueOf(dice.between(1, 4))));
    if (!maker.isLibsvm()) {
      columns(options);
    }
    model(options);
    if (dice.chance(0.4)) {
      options.addAll(List.of("--bad-rows", "skip"));
    }
    if (dice.chance(0.05)) {
      options.addAll(List.of("--select", "SELECT * FROM __THIS__"));
    }
    return options;
  }

  private void columns(List<String> options) {
    if (!name(maker.labelField()).equals("label")) {
      options.addAll(List.of("--label", name(maker.labelField())));
    }
    maker.weight().ifPresent(weight -> options.addAll(List.of("--weight", name(weight))));
    list(options, "--categorical", field -> field.kind() == Kind.CODE && dice.chance(0.8));
    if (dice.chance(0.15)) {
      list(options, "--features", this::maybeFeature);
    } else {
      list(options, "--exclude", this::maybeExcluded);
    }
  }

  private boolean maybeFeature(Field field) {
    boolean has =
        field.equals(maker.labelField()) || maker.weight().filter(field::equals).isPresent();
    return !has && !field.kind().isNested() && (field.equals(maker.signal()) || dice.chance(0.5));
  }

  private boolean maybeExcluded(Field field) {
    return field.kind().isNested()
        ? field.kind() != Kind.VECTOR && dice.chance(0.9)
        : field.kind() == Kind.ID && dice.chance(0.5);
  }

  private void list(List<String> options, String option, Predicate<Field> wanted) {
    String listed =
        maker.fields().stream()
            .filter(field -> !named || field.canBeListed())
            .filter(wanted)
            .map(this::name)
            .collect(joining(","));
    if (!listed.isEmpty()) {
      options.addAll(List.of(option, listed));
    }
  }

  private void model(List<String> options) {
    LabelSpelling label = maker.label();
    if (label.isAmount()) {
      options.addAll(List.of("--task", "regression"));
      options.addAll(List.of("--model", dice.of("auto", "linear", "fm")));
    } else if (label.isBinary()) {
      options.addAll(List.of("--model", dice.of("auto", "auto", "logistic", "svm", "fm", "mlp")));
    } else {
      options.addAll(List.of("--model", dice.of("auto", "logistic", "mlp")));
    }
    if (options.contains("mlp")) {
      options.addAll(List.of("--hidden-layers", "4"));
    }
    if (!label.isAmount() && dice.chance(0.15)) {
      options.addAll(List.of("--class-weight", "balanced"));
    }
  }

  private String name(Field field) {
    return named ? field.name() : "_c" + maker.fields().indexOf(field);
  }
}
