package org.sparkradam.ml.internal.column;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** A column that features are read from, alone or among others. */
public record SourceColumn(String name, Kind kind) implements Serializable {

  /** What a column holds. */
  public enum Kind {
    /** False and true are 0 and 1. */
    NUMBERS,
    ARRAYS,
    VECTORS
  }

  /** None if the column holds what no feature can be made of. */
  public static Optional<SourceColumn> of(StructField field) {
    return kind(field.dataType()).map(kind -> new SourceColumn(field.name(), kind));
  }

  private static Optional<Kind> kind(DataType type) {
    if (SQLDataTypes.VectorType().equals(type)) {
      return Optional.of(Kind.VECTORS);
    } else if (type instanceof NumericType || type instanceof BooleanType) {
      return Optional.of(Kind.NUMBERS);
    }
    return type instanceof ArrayType array && array.elementType() instanceof NumericType
        ? Optional.of(Kind.ARRAYS)
        : Optional.empty();
  }

  /** The column in the one type that its kind is read in. */
  public Column read() {
    Column column = functions.col("`" + name.replace("`", "``") + "`");
    return switch (kind) {
      case NUMBERS -> column.cast("double");
      case ARRAYS -> column.cast("array<double>");
      case VECTORS -> column;
    };
  }

  /** What is missing in the i-th column of a row, if anything is. */
  public Optional<String> missing(InternalRow row, int i) {
    if (row.isNullAt(i)) {
      return Optional.of("null");
    }
    return isArray() && InternalRows.lacksElement(row, i)
        ? Optional.of("an array with a null")
        : Optional.empty();
  }

  /** What a column of arrays or vectors holds. */
  public Vector vector(InternalRow row, int i) {
    return kind == Kind.VECTORS
        ? InternalRows.vector(row, i)
        : Vectors.dense(row.getArray(i).toDoubleArray());
  }

  /** Adds the elements of a row that Spark holds. */
  public void addTo(AssembledVector all, InternalRow row, int i) {
    if (kind == Kind.NUMBERS) {
      all.add(row.getDouble(i));
    } else {
      all.add(vector(row, i));
    }
  }

  /** Adds the elements of a row. */
  public void addTo(AssembledVector all, Row row, int i) {
    switch (kind) {
      case NUMBERS -> all.add(row.getDouble(i));
      case ARRAYS -> row.<Double>getList(i).forEach(all::add);
      case VECTORS -> all.add(row.<Vector>getAs(i));
    }
  }

  /** Whether it holds arrays of numbers. */
  public boolean isArray() {
    return kind == Kind.ARRAYS;
  }

  /** Elements in the i-th column of a row. */
  public int size(InternalRow row, int i) {
    return switch (kind) {
      case NUMBERS -> 1;
      case ARRAYS -> row.getArray(i).numElements();
      case VECTORS -> InternalRows.vectorSize(row, i);
    };
  }

  /** What it holds, for a message. */
  public String values() {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
