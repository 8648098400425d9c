package org.sparkradam.jobs;

import java.util.ArrayList;
import java.util.List;
import org.sparkradam.fit.model.FactorizationModel;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.fit.model.PerceptronModel;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.Task;

/** The values of {@code --model}. */
enum ModelChoice {
  /** What suits the task: logistic for classes, linear for numbers. */
  AUTO {
    @Override
    ModelSpec model(ModelShape shape) {
      return (shape.task() == Task.REGRESSION ? LINEAR : LOGISTIC).model(shape);
    }
  },
  LOGISTIC {
    @Override
    ModelSpec model(ModelShape shape) {
      return switch (shape.task()) {
        case BINARY -> shape.linear(LinearKind.LOGISTIC);
        case MULTICLASS -> shape.linear(LinearKind.SOFTMAX);
        default -> throw unfit("logistic needs classes; try --model linear, or --task");
      };
    }
  },
  LINEAR {
    @Override
    Task task(Task asked) {
      return asked == Task.AUTO ? Task.REGRESSION : asked;
    }

    @Override
    ModelSpec model(ModelShape shape) {
      if (shape.task() != Task.REGRESSION) {
        throw unfit("linear needs --task regression; try --model logistic for classes");
      }
      return shape.linear(LinearKind.SQUARED);
    }
  },
  SVM {
    @Override
    ModelSpec model(ModelShape shape) {
      if (shape.task() != Task.BINARY) {
        throw unfit("svm needs two classes; try --model logistic or linear");
      }
      return shape.linear(LinearKind.HINGE);
    }
  },
  FM {
    @Override
    ModelSpec model(ModelShape shape) {
      return switch (shape.task()) {
        case BINARY -> shape.factorization(LinearKind.LOGISTIC);
        case REGRESSION -> shape.factorization(LinearKind.SQUARED);
        default -> throw unfit("fm needs two classes or numbers; try --model logistic or mlp");
      };
    }
  },
  MLP {
    @Override
    ModelSpec model(ModelShape shape) {
      if (shape.task() == Task.REGRESSION) {
        throw unfit("mlp needs classes; try --model linear or fm");
      }
      return shape.perceptron();
    }
  };

  /**
   * What a model has to fit.
   *
   * @param hiddenLayers sizes of a perceptron's
   * @param factorSize of a factorization machine
   */
  record ModelShape(
      Task task, int features, int classes, List<Integer> hiddenLayers, int factorSize) {
    LinearModel linear(LinearKind kind) {
      return new LinearModel(kind, features, classes);
    }

    FactorizationModel factorization(LinearKind kind) {
      return new FactorizationModel(kind, features, factorSize);
    }

    PerceptronModel perceptron() {
      List<Integer> layers = new ArrayList<>(List.of(features));
      layers.addAll(hiddenLayers);
      layers.add(classes);
      return new PerceptronModel(layers);
    }
  }

  /** The task to read the table for. */
  Task task(Task asked) {
    return asked;
  }

  /** The model for such a table. */
  abstract ModelSpec model(ModelShape shape);

  private static BadInputException unfit(String why) {
    return new BadInputException("--model " + why);
  }
}
