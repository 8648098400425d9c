package org.sparkradam.study.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.study.warmup.WarmupRules.result;
import static org.sparkradam.study.warmup.WarmupRules.rule;
import static org.sparkradam.study.warmup.WarmupRules.steady;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.study.paired.DifferenceTables;

/** The CSV files and the page's tables of results made by hand; one rule diverges at a rate. */
class WarmupTablesTest {
  private static final double[] NONE = {Double.NaN, Double.NaN, Double.NaN};
  private static final WarmupResult RESULT =
      result(
          steady("radam", 0.5, 0.75, 0.75),
          rule("adam", new double[] {0.49, 0.5, 0.54}, new double[] {0.6875, 0.6875, 0.6875}, NONE),
          rule("sgd", NONE, NONE, NONE));

  @Test
  void aRowARule() {
    List<String> rules = new WarmupTables(RESULT).file().toCsv().lines().toList();
    assertThat(rules)
        .hasSize(4)
        .startsWith(
            "rule,kind,metric,best_rate,best,lowest,highest,good_low,good_high,low_end,high_end,"
                + "decades,loss_best_rate,best_loss,diverged_trials");
    assertThat(rules.get(1)).startsWith("radam,untuned,auc,").contains(",found,open,");
    assertThat(rules.get(2)).startsWith("adam,base line,auc,0.1,0.6875,").endsWith(",3");
    assertThat(rules.get(3)).isEqualTo("sgd,other,auc,,,,,,,,,,,,9");
  }

  @Test
  void aRowADifference() {
    List<String> differences = DifferenceTables.csv(RESULT.differences()).toCsv().lines().toList();
    assertThat(differences)
        .hasSize(1 + 2 * 2 * 3)
        .startsWith(
            "solver,other,learning_rate,quality,difference,low,high,seeds,seeds_better,verdict");
    assertThat(differences.get(1)).startsWith("radam,adam,0.01,test auc,").endsWith(",undecided");
    assertThat(differences.get(2))
        .startsWith("radam,adam,0.1,test auc,0.06")
        .endsWith(",3,3,better");
    assertThat(differences.get(3)).isEqualTo("radam,adam,1.0,test auc,,,,3,0,diverged");
    assertThat(differences.get(8)).startsWith("radam,adam,0.1,test log loss,-0.06");
    assertThat(differences.get(8)).endsWith(",3,3,better");
  }

  @Test
  void consoleHasALineARule() {
    assertThat(new WarmupReport(RESULT).console())
        .hasSize(1 + 3 + 2)
        .anySatisfy(line -> assertThat(line).startsWith("radam ").contains("to at least 1"))
        .anySatisfy(line -> assertThat(line).startsWith("sgd ").contains("diverged"));
  }
}
