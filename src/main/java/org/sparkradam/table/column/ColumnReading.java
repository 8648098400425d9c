package org.sparkradam.table.column;

import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * How a saved preparation sees a column: fixed by what the column held in training, whatever type
 * it arrives in later.
 */
public enum ColumnReading {
  /** A number; false and true are 0 and 1. */
  NUMBER(EnumSet.of(ColumnKind.INTEGER, ColumnKind.REAL, ColumnKind.BOOLEAN, ColumnKind.TEXT)) {
    @Override
    public String sql(String name, MissingText missing) {
      return "try_cast(" + name + " AS DOUBLE)";
    }

    /** What is a number already needs no statement, which would have to be parsed. */
    @Override
    public Column held(String column, DataType here, MissingText missing) {
      return ColumnKind.of(here).isNumber()
          ? Sql.column(column).cast(DataTypes.DoubleType)
          : super.held(column, here, missing);
    }

    @Override
    public List<Problem> problems(String column, ColumnKind here) {
      return numberProblems(column, here, "no number in the numeric column ");
    }
  },
  /** 0 or 1, however false and true are spelled. */
  FLAG(NUMBER.kinds) {
    @Override
    public String sql(String name, MissingText missing) {
      String text = "CAST(" + name + " AS STRING)";
      return "coalesce(try_cast("
          + text
          + " AS DOUBLE), CAST(try_cast("
          + text
          + " AS BOOLEAN) AS DOUBLE))";
    }

    @Override
    public List<Problem> problems(String column, ColumnKind here) {
      return numberProblems(column, here, "neither true nor false in column ");
    }
  },
  /** A text without the blanks around it, see {@link CategoryText}. */
  CATEGORY(EnumSet.complementOf(EnumSet.of(ColumnKind.VECTOR))) {
    @Override
    public String sql(String name, MissingText missing) {
      String text = "CAST(" + name + " AS STRING)";
      return "CASE WHEN "
          + missing.isMissing(text)
          + " THEN NULL ELSE "
          + CategoryText.of(name, "trim(" + text + ")")
          + " END";
    }

    @Override
    public Column held(String column, DataType here, MissingText missing) {
      if (DataTypes.StringType.equals(here)) {
        return udf(missing.spelling(), here).apply(Sql.column(column));
      }
      // Whole numbers are spelled in one way.
      return ColumnKind.of(here) == ColumnKind.INTEGER
          ? Sql.column(column).cast(DataTypes.StringType)
          : super.held(column, here, missing);
    }

    @Override
    public List<Problem> problems(String column, ColumnKind here) {
      return List.of();
    }
  },
  /** A vector as it is. */
  VECTOR(EnumSet.of(ColumnKind.VECTOR)) {
    @Override
    public String sql(String name, MissingText missing) {
      return name;
    }

    @Override
    public List<Problem> problems(String column, ColumnKind here) {
      Column vector = Sql.column(column);
      Column magnitude = VectorFacts.magnitude(vector);
      List<Problem> problems = new ArrayList<>();
      problems.add(new Problem(vector.isNull(), "no vector in column " + column, column));
      problems.addAll(elementProblems(magnitude, "a vector of", column));
      return problems;
    }
  },
  /** An array of numbers as a vector. */
  ARRAY(EnumSet.of(ColumnKind.ARRAY)) {
    /**
     * What {@code array_to_vector} does, which SQL cannot call on any line of Spark: there, only
     * JSON becomes a type that Spark keeps to itself. {@code ml.FeatureAssembler} has it, too.
     */
    @Override
    public String sql(String name, MissingText missing) {
      return "CASE WHEN "
          + name
          + " IS NULL THEN NULL WHEN exists("
          + name
          + ", x -> x IS NULL) THEN raise_error('an array has a null in it') ELSE"
          + " from_json(to_json(named_struct('v', named_struct('type', 1Y, 'values', CAST("
          + name
          + " AS ARRAY<DOUBLE>)))), "
          + VectorFacts.JSON_TYPE
          + ").v END";
    }

    @Override
    public Column held(String column, DataType here, MissingText missing) {
      return VectorFacts.ofArray(Sql.column(column));
    }

    @Override
    public List<Problem> problems(String column, ColumnKind here) {
      Column array = Sql.column(column);
      Column magnitude = VectorFacts.magnitude(VectorFacts.ofArray(array));
      List<Problem> problems = new ArrayList<>();
      problems.add(new Problem(array.isNull(), "no array in column " + column, column));
      problems.add(
          new Problem(
              exists(array, Column::isNull), "null in an array of column " + column, column));
      problems.addAll(elementProblems(magnitude, "an array of", column));
      return problems;
    }
  };

  private final Set<ColumnKind> kinds;

  ColumnReading(Set<ColumnKind> kinds) {
    this.kinds = kinds;
  }

  /** How a column that held this in training is read. */
  public static ColumnReading of(ColumnKind kind) {
    return switch (kind) {
      case INTEGER, REAL -> NUMBER;
      case BOOLEAN -> FLAG;
      case VECTOR -> VECTOR;
      case ARRAY -> ARRAY;
      default -> CATEGORY;
    };
  }

  /**
   * The value as training saw it, as SQL; null for what is missing or cannot be read so.
   *
   * @param name quoted
   */
  public abstract String sql(String name, MissingText missing);

  /**
   * The value as it is held for training, which {@link #sql} gives, too, at another price.
   *
   * @param here the column's type in this table
   */
  public Column held(String column, DataType here, MissingText missing) {
    return expr(sql(Sql.name(column), missing));
  }

  /** Whether nothing can be wrong with a value of a column but the number that it is. */
  public boolean isJudgedByNumber(ColumnKind here) {
    return (this == NUMBER || this == FLAG) && here == ColumnKind.REAL;
  }

  /** What can be wrong with a value of a column that holds this kind here. */
  public abstract List<Problem> problems(String column, ColumnKind here);

  /**
   * Whether a column can be read so.
   *
   * @param there what it held in training
   * @param here what it holds now
   */
  public boolean canRead(ColumnKind there, ColumnKind here) {
    // Categories 0 and 1 may or may not mean false and true: nobody can tell.
    boolean settled =
        this != CATEGORY
            || there == here
            || there == ColumnKind.TEXT
            || isSpelledAlike(there, here);
    return settled && kinds.contains(here);
  }

  private static boolean isSpelledAlike(ColumnKind there, ColumnKind here) {
    return here == ColumnKind.TEXT || (there.isNumber() && here.isNumber());
  }

  List<Problem> elementProblems(Column magnitude, String in, String column) {
    String tooLarge = Problem.tooLarge(in.substring(in.indexOf(' ') + 1), column);
    return Problem.ofMagnitude(
        magnitude,
        new Problem(isnan(magnitude), "NaN or infinity in " + in + " column " + column, column),
        new Problem(magnitude.gt(Problem.LARGEST), tooLarge, column));
  }

  List<Problem> numberProblems(String column, ColumnKind here, String unreadable) {
    return switch (here) {
      case REAL -> Problem.ofNumber(Sql.column(column).cast("double"), column, "feature");
      case TEXT -> textProblems(column, unreadable);
      default -> List.of();
    };
  }

  private List<Problem> textProblems(String column, String unreadable) {
    String name = Sql.name(column);
    Column value = expr(sql(name, MissingText.IN_CSV));
    Column known = not(expr(MissingText.IN_CSV.isMissing(name)));
    List<Problem> problems = new ArrayList<>();
    problems.add(new Problem(known.and(value.isNull()), unreadable + column, column));
    Problem.ofNumber(value, column, "feature").forEach(problems::add);
    return problems;
  }
}
