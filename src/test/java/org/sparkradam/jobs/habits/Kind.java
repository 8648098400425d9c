package org.sparkradam.jobs.habits;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What a column holds: how a value is drawn, and the types that Parquet may hold it in. */
enum Kind {
  WHOLE(DataTypes.IntegerType, DataTypes.LongType, DataTypes.ShortType, DataTypes.DoubleType) {
    @Override
    Object draw(Dice dice, int row) {
      return (long) dice.between(-50, 100);
    }
  },
  REAL(DataTypes.DoubleType) {
    @Override
    Object draw(Dice dice, int row) {
      return Math.rint(1e4 * dice.gaussian()) / 1e4;
    }
  },
  AMOUNT(DataTypes.createDecimalType(12, 2), DataTypes.DoubleType) {
    @Override
    Object draw(Dice dice, int row) {
      return BigDecimal.valueOf(dice.between(0, 99999), 2);
    }
  },
  FLAG(DataTypes.BooleanType) {
    @Override
    Object draw(Dice dice, int row) {
      return dice.chance(0.4);
    }
  },
  CATEGORY(DataTypes.StringType) {
    @Override
    Object draw(Dice dice, int row) {
      return dice.of("red", "green", "dark blue", "weiß");
    }
  },
  /** A number that is a name: of a month, a shop, a tariff. */
  CODE(
      DataTypes.IntegerType,
      DataTypes.LongType,
      DataTypes.DoubleType,
      DataTypes.createDecimalType(10, 0)) {
    @Override
    Object draw(Dice dice, int row) {
      return (long) dice.between(1, 5);
    }
  },
  TEXT(DataTypes.StringType) {
    @Override
    Object draw(Dice dice, int row) {
      return dice.of(TEXTS);
    }
  },
  LINES(DataTypes.StringType) {
    @Override
    Object draw(Dice dice, int row) {
      return dice.of("first\nsecond", "one", "Wind & Regen\r\nSonne", "two");
    }
  },
  ZIP(DataTypes.StringType) {
    @Override
    Object draw(Dice dice, int row) {
      return dice.of("01067", "00501", "04109", "80331");
    }
  },
  /** A measure in which somebody has written words. */
  MIXED(DataTypes.StringType) {
    @Override
    Object draw(Dice dice, int row) {
      return dice.chance(0.8)
          ? Integer.toString(dice.below(9))
          : dice.of("unknown", ">100", "1,234.5", "€5", "5%", "1e2", "0x1F", "1d");
    }
  },
  DATE(DataTypes.DateType) {
    @Override
    Object draw(Dice dice, int row) {
      return LocalDate.of(2024, 2, 28).plusDays(dice.below(4));
    }
  },
  TIME(DataTypes.TimestampNTZType) {
    @Override
    Object draw(Dice dice, int row) {
      return LocalDateTime.of(2024, 3, 30, 23, 30).plusHours(dice.below(5));
    }
  },
  HUGE(DataTypes.LongType) {
    @Override
    Object draw(Dice dice, int row) {
      return 9_007_199_254_740_993L + dice.below(1000);
    }
  },
  TINY(DataTypes.DoubleType) {
    @Override
    Object draw(Dice dice, int row) {
      return dice.between(1, 9) * (dice.chance(0.5) ? 1e-300 : 1e-12);
    }
  },
  /** A measure with the number that an instrument writes where it has none. */
  SENTINEL(DataTypes.DoubleType) {
    @Override
    Object draw(Dice dice, int row) {
      return dice.chance(0.1) ? dice.of(1.797e308, -9999.0, 1e38) : (Object) dice.gaussian();
    }
  },
  CONSTANT(DataTypes.IntegerType, DataTypes.DoubleType) {
    @Override
    Object draw(Dice dice, int row) {
      return 7L;
    }
  },
  EMPTY(DataTypes.StringType, DataTypes.DoubleType) {
    @Override
    Object draw(Dice dice, int row) {
      return null;
    }
  },
  NEARLY_EMPTY(DataTypes.DoubleType) {
    @Override
    Object draw(Dice dice, int row) {
      return row % 17 == 3 ? dice.gaussian() : (Object) null;
    }
  },
  /** Of a row. */
  WEIGHT(DataTypes.DoubleType) {
    @Override
    Object draw(Dice dice, int row) {
      return 0.25 * dice.between(1, 9);
    }
  },
  ID(DataTypes.LongType, DataTypes.IntegerType) {
    @Override
    Object draw(Dice dice, int row) {
      return 100_000L + row;
    }
  },
  MAP(DataTypes.createMapType(DataTypes.StringType, DataTypes.IntegerType)) {
    @Override
    Object draw(Dice dice, int row) {
      return Map.of("a", dice.below(3));
    }
  },
  EVENTS(
      DataTypes.createArrayType(
          DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))) {
    @Override
    Object draw(Dice dice, int row) {
      return List.of(Map.of("click", dice.of("yes", "no")));
    }
  },
  STRUCT(
      new StructType()
          .add("when", DataTypes.DateType)
          .add("what", DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType))) {
    @Override
    Object draw(Dice dice, int row) {
      return RowFactory.create(LocalDate.of(2024, 1, 1 + dice.below(9)), Map.of("x", 0.5));
    }
  },
  SERIES(DataTypes.createArrayType(DataTypes.DoubleType)) {
    @Override
    Object draw(Dice dice, int row) {
      return List.of(dice.gaussian(), 2.0);
    }
  },
  BYTES(DataTypes.BinaryType) {
    @Override
    Object draw(Dice dice, int row) {
      return new byte[] {(byte) dice.below(256), 0};
    }
  },
  INTERVAL(DataTypes.createDayTimeIntervalType()) {
    @Override
    Object draw(Dice dice, int row) {
      return Duration.ofMinutes(dice.below(5000));
    }
  },
  VECTOR(SQLDataTypes.VectorType()) {
    @Override
    Object draw(Dice dice, int row) {
      return Vectors.dense(dice.gaussian(), 50 * dice.gaussian());
    }
  };

  /** Nothing here is what a CSV file may hold for a missing value. */
  private static final List<String> TEXTS =
      List.of(
          "he said \"no\"",
          "a,b",
          "c;d|e",
          "tab\there",
          " blanks around ",
          "😀",
          "İstanbul",
          "ısı",
          "e\u0301te\u0301",
          "O'Neil",
          "back\\slash",
          "#1",
          "=1+1",
          "");

  private static final List<Kind> NESTED =
      List.of(MAP, EVENTS, STRUCT, SERIES, BYTES, INTERVAL, VECTOR);

  private static final List<Kind> FLAT =
      Arrays.stream(values()).filter(kind -> !NESTED.contains(kind) && kind != WEIGHT).toList();

  private final List<DataType> types;

  Kind(DataType... types) {
    this.types = List.of(types);
  }

  /** A value; null where this kind of column has gaps of its own. */
  abstract Object draw(Dice dice, int row);

  /** The types that one tool or another would store such values in; all hold them exactly. */
  List<DataType> types() {
    return types;
  }

  boolean isNested() {
    return NESTED.contains(this);
  }

  /** What every format can hold. */
  static List<Kind> flat() {
    return FLAT;
  }

  static List<Kind> nested() {
    return NESTED;
  }
}
