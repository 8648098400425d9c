package org.sparkradam.table.feature;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.SQLTransformer;

/** Spark's stages of SQL. */
public final class SqlStages {
  /** What the table is called that a stage is given. */
  private static final String GIVEN = "__THIS__";

  private SqlStages() {}

  /**
   * @param columns of the result, as SQL
   */
  static SQLTransformer select(String columns) {
    return new SQLTransformer().setStatement("SELECT " + columns + " FROM " + GIVEN);
  }

  /**
   * Stages that do the same, with statements that follow one another nested into one: each stage
   * costs a plan whenever it is applied, and a folder and two jobs when it is saved and loaded.
   */
  public static List<Transformer> joined(List<Transformer> stages) {
    List<Transformer> joined = new ArrayList<>();
    for (Transformer stage : stages) {
      int last = joined.size() - 1;
      if (stage instanceof SQLTransformer outer
          && last >= 0
          && joined.get(last) instanceof SQLTransformer inner) {
        joined.set(last, nested(inner, outer));
      } else {
        joined.add(stage);
      }
    }
    return joined;
  }

  private static SQLTransformer nested(SQLTransformer inner, SQLTransformer outer) {
    String given = "(" + inner.getStatement() + ")";
    return new SQLTransformer().setStatement(outer.getStatement().replace(GIVEN, given));
  }
}
