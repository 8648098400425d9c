package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** What tests of several stages say. */
final class StageTests {
  private StageTests() {}

  /** A stage has each of Spark's params but some, and its defaults but those of others. */
  static void assertParamsAreMllibs(
      Params ours, Params theirs, Set<String> absent, Set<String> otherDefaults) {
    for (Param<?> param : theirs.params()) {
      String name = param.name();
      assertThat(ours.hasParam(name)).as(name).isEqualTo(!absent.contains(name));
      if (!absent.contains(name) && !otherDefaults.contains(name)) {
        assertThat(defaultOf(ours, name)).as(name).isEqualTo(defaultOf(theirs, name));
      }
    }
  }

  private static Object defaultOf(Params stage, String name) {
    return stage.getDefault(stage.getParam(name)).getOrElse(() -> "none");
  }
}
