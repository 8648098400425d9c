package org.sparkradam.table;

import org.apache.spark.sql.types.StructType;

/** What a test table must share with the training table. */
record TestColumns(ColumnRoles roles) {
  /**
   * @throws BadInputException if a column that is used is not there or holds something else
   */
  void check(StructType test) {
    ColumnNames names = ColumnNames.of(test.fieldNames());
    for (String column : roles.used()) {
      names.require(column, "--test-data: it lacks a column of the training data:");
      ColumnKind here = ColumnKind.of(test.apply(column).dataType());
      ColumnKind there = roles.kind(column);
      if (there != ColumnKind.TEXT && !there.agreesWith(here)) {
        throw new BadInputException(
            String.format(
                "--test-data: column %s holds %s, but %s in the training data",
                column, here, there));
      }
    }
  }
}
