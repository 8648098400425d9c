package org.sparkradam.jobs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that are wrong whatever the data: refused in one line before Spark starts. */
class BadCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --solvers radam,foo               | there is no solver 'foo'; there are radam, adam
          --solvers radam:foo=1             | 'foo=1' is no setting of radam, which takes beta1
          --solvers sgd:beta1=0.9           | is no setting of sgd, which takes momentum
          --solvers radam:beta1=2           | beta1 must be in [0, 1), but was 2.0
          --solvers radam:beta1=x           | beta1 must be a number, but is 'x'
          --solvers radam:beta1=NaN         | beta1 must be in [0, 1), but was NaN
          --solvers adam,adam               | --solvers names adam twice
          --solvers adam,                   | there is no solver ''
          --learning-rates 0                | --learning-rates must be above 0 and finite, but was 0.0
          --learning-rates 0.1,-1           | --learning-rates must be above 0 and finite, but was -1.0
          --learning-rates NaN              | --learning-rates must be above 0 and finite, but was NaN
          --learning-rates Infinity         | --learning-rates must be above 0 and finite
          --learning-rates 0.1,abc          | '--learning-rates' (LIST): 'abc' is not a double
          --learning-rates 0.1,,0.2         | '--learning-rates' (LIST): '' is not a double
          --learning-rates 0.1,0.10         | --learning-rates names 0.1 twice
          --seeds 1,abc                     | 'abc' is not a long
          --seeds 1,2,1                     | --seeds names 1 twice
          --steps 0                         | --steps must be at least 1, but was 0
          --steps 3000000000                | --steps must be at most 2147483646
          --steps many                      | 'many' is not a long
          --steps 3 --epochs 2              | --steps and --epochs say the same thing
          --epochs 0                        | --epochs must be above 0
          --max-seconds 0                   | --max-seconds must be above 0
          --batch-size 0                    | --batch-size must be at least 1, but was 0
          --reg-param -1                    | --reg-param must be at least 0
          --elastic-net 1.5                 | --elastic-net must be in [0, 1]
          --partitions 0                    | --partitions must be at least 1, but was 0
          --engine mllib --weight w         | --weight: MLlib's GradientDescent knows no row weights
          --engine mllib --checkpoint-dir c | --checkpoint-dir: MLlib's GradientDescent cannot be
          --engine spark                    | [MINIBATCH, MLLIB]
          --kernel fast                     | kernel must be portable, vector:4, vector:8, netlib:java
          --resume                          | --resume needs the --checkpoint-dir of the run
          --checkpoint-every 0              | --checkpoint-every must be at least 1, but was 0
          --hidden-layers 64,0              | --hidden-layers must be at least 1, but was 0
          --factor-size 0                   | --factor-size must be at least 1, but was 0
          --task guess                      | [AUTO, BINARY, MULTICLASS, REGRESSION]
          --model forest                    | [AUTO, LOGISTIC, LINEAR, SVM, FM, MLP]
          --bad-rows ignore                 | [FAIL, SKIP]
          --num-features many               | '--num-features': 'many' is not an int
          --frobnicate                      | Unknown option: '--frobnicate'
          --data                            | Missing required parameter for option '--data' (PATH)
          --data --header                   | Expected parameter for option '--data' but found '--header'
          --label a --label b               | '--label' (COL) should be specified only once
          table.csv                         | Unmatched argument at index 0: 'table.csv'
          """)
  void comparison(String command, String complaint) {
    JobRun.withoutSpark(new CompareOptimizers(), command.split(" ", -1)).assertRefused(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --rows 5                        | Missing required option: '--out=DIR'
          --out t --rows 0                | --rows 0: must be from 1
          --out t --numeric -1            | --numeric -1: must be from 0 to 2000
          --out t --missing 1             | --missing 1.0: must be at least 0 and below 1
          --out t --missing NaN           | --missing NaN
          --out t --task auto             | must be binary, multiclass or regression
          --out t --classes 1             | classes 1
          --out t --drift 2               | --drift 2.0: must be from 0 to 1
          --out t --partitions -1         | --partitions -1: must be 1 or more
          """)
  void generation(String command, String complaint) {
    JobRun.withoutSpark(new GenerateData(), command.split(" ", -1)).assertRefused(complaint);
  }

  @ParameterizedTest
  @CsvSource({"bogus", "local[x]", "local[0]", "spark://", "spark://host", "http://host:1"})
  void master(String url) {
    JobRun.with(Sessions.OF_THE_JOB, new CompareOptimizers(), "--master", url)
        .assertRefused("--master " + url + ": must be local, local[N]");
  }

  @ParameterizedTest
  @CsvSource({
    "spark://127.0.0.1:1",
    "spark://127.0.0.1:99999",
    "'spark://no.such.host:7077,127.0.0.1:1'"
  })
  void masterThatIsNotThere(String url) {
    JobRun.with(Sessions.OF_THE_JOB, new CompareOptimizers(), "--master", url)
        .assertRefused("--master " + url + ": nobody answers there; start the cluster");
  }

  @Test
  void masterOfNothing() {
    JobRun.with(Sessions.OF_THE_JOB, new GenerateData(), "--out", "t", "--master", "")
        .assertRefused("--master : must be local");
  }
}
