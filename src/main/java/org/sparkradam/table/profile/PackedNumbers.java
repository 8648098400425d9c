package org.sparkradam.table.profile;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.ColumnReading;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Problem;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.read.TableInput;
import scala.collection.Seq;

/**
 * The numbers of a row in one array, as wide tables are held: to judge, to keep and to read
 * thousands of columns one by one costs Spark several times what is in them.
 */
public final class PackedNumbers {
  /** Column of the array. */
  public static final String COLUMN = "\0numbers";

  private static final String NAMES = "names";

  /** Those that are held as numbers. */
  private static final Set<ColumnReading> READINGS =
      EnumSet.of(ColumnReading.NUMBER, ColumnReading.FLAG);

  private final Map<String, Integer> places = new LinkedHashMap<>();

  private PackedNumbers(List<String> names) {
    names.forEach(name -> places.put(name, places.size()));
  }

  /** Those among a table's features; none if they are not so many that it pays. */
  public static PackedNumbers among(ColumnRoles roles) {
    List<String> numbers =
        roles.features().stream().filter(name -> READINGS.contains(roles.reading(name))).toList();
    return new PackedNumbers(numbers.size() > TableInput.WIDE ? numbers : List.of());
  }

  /** Those of rows that are held with them. */
  public static PackedNumbers in(StructType held) {
    return new PackedNumbers(
        Stream.of(held.fields())
            .filter(field -> field.name().equals(COLUMN))
            .flatMap(field -> Stream.of(field.metadata().getStringArray(NAMES)))
            .toList());
  }

  /** Whether rows have no such array. */
  public boolean isEmpty() {
    return places.isEmpty();
  }

  /** Whether a column is among them. */
  public boolean has(String name) {
    return places.containsKey(name);
  }

  /** Where a column that is among them stands in the array. */
  public int place(String name) {
    return places.get(name);
  }

  /** Rows with the array besides, if there are any. */
  public Dataset<Row> with(Dataset<Row> rows, ColumnRoles roles, MissingText missing) {
    if (isEmpty()) {
      return rows;
    }
    StructType here = rows.schema();
    Column[] values =
        places.keySet().stream()
            .map(name -> roles.reading(name).held(name, here.apply(name).dataType(), missing))
            .toArray(Column[]::new);
    Metadata names =
        new MetadataBuilder().putStringArray(NAMES, places.keySet().toArray(String[]::new)).build();
    return rows.select(col("*"), functions.array(values).as(COLUMN, names));
  }

  /** Rows as they are held with a column for each number, in place of the array if there is one. */
  public static Dataset<Row> unpacked(Dataset<Row> held) {
    PackedNumbers packed = in(held.schema());
    return packed.isEmpty() ? held : packed.unpack(held);
  }

  private Dataset<Row> unpack(Dataset<Row> held) {
    List<Column> columns = new ArrayList<>();
    places.forEach((name, place) -> columns.add(col(COLUMN).getItem(place).as(name)));
    Stream.of(held.columns())
        .filter(name -> !name.equals(COLUMN))
        .forEach(name -> columns.add(Sql.column(name)));
    return held.select(columns.toArray(Column[]::new));
  }

  /** What can be wrong with any number in the array. */
  List<Problem> problems() {
    if (isEmpty()) {
      return List.of();
    }
    UDF1<Seq<Double>, Double> magnitude = PackedNumbers::magnitude;
    Column largest = udf(magnitude, DataTypes.DoubleType).apply(col(COLUMN));
    return Problem.ofNumber(largest, COLUMN, "feature");
  }

  /** The largest absolute value; NaN if there is one, since it is above all. */
  private static double magnitude(Seq<Double> values) {
    double largest = 0;
    for (int i = 0; i < values.length(); i++) {
      Double value = values.apply(i);
      if (value != null) {
        // Math.max keeps NaN.
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }
}
