package org.sparkradam.jobs;

import org.sparkradam.study.LinearLoss;
import org.sparkradam.table.BadInputException;
import org.sparkradam.table.Task;

/** The values of {@code --model}. */
enum ModelChoice {
  /** What suits the task: logistic for classes, linear for numbers. */
  AUTO {
    @Override
    LinearLoss loss(Task task) {
      return task == Task.REGRESSION ? LINEAR.loss(task) : LOGISTIC.loss(task);
    }
  },
  LOGISTIC {
    @Override
    LinearLoss loss(Task task) {
      return switch (task) {
        case BINARY -> LinearLoss.LOGISTIC;
        case MULTICLASS -> LinearLoss.SOFTMAX;
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
    LinearLoss loss(Task task) {
      if (task != Task.REGRESSION) {
        throw unfit("linear needs --task regression; try --model logistic for classes");
      }
      return LinearLoss.SQUARED;
    }
  },
  SVM {
    @Override
    LinearLoss loss(Task task) {
      if (task != Task.BINARY) {
        throw unfit("svm needs two classes; try --model logistic or linear");
      }
      return LinearLoss.HINGE;
    }
  };

  /** The task to read the table for. */
  Task task(Task asked) {
    return asked;
  }

  /** The loss of this model on that task. */
  abstract LinearLoss loss(Task task);

  private static BadInputException unfit(String why) {
    return new BadInputException("--model " + why);
  }
}
