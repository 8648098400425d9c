package org.sparkradam.jobs;

import java.util.List;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.optim.Require;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.Task;
import picocli.CommandLine.Option;

/** The options that say what is trained. */
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "logistic, linear, svm, fm or mlp; default by the task")
  ModelChoice model = ModelChoice.AUTO;

  @Option(
      names = "--hidden-layers",
      paramLabel = "N",
      split = ",",
      description = "sizes of an mlp's hidden layers; default 64,32")
  List<Integer> hiddenLayers = List.of(64, 32);

  @Option(
      names = "--factor-size",
      paramLabel = "N",
      description = "length of an fm's vectors; default ${DEFAULT-VALUE}")
  int factorSize = 8;

  void check() {
    try {
      Require.atLeast("--factor-size", factorSize, 1);
      hiddenLayers.forEach(size -> Require.atLeast("--hidden-layers", size, 1));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
  }

  /** The task to read the table for. */
  Task task(Task asked) {
    return model.task(asked);
  }

  /** The model for a table. */
  ModelSpec model(PreparedTable table) {
    return model.model(
        new ModelChoice.ModelShape(
            table.task(),
            table.featureNames().size(),
            Math.max(2, table.classNames().size()),
            hiddenLayers,
            factorSize));
  }

  /** Refuses a model that MLlib's descent has no gradient of. */
  static void requireMllib(ModelSpec model) {
    if (model.mllib().isEmpty()) {
      throw new BadInputException(
          "--engine mllib trains logistic, linear and svm models; use --engine minibatch");
    }
  }
}
