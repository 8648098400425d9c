package org.sparkradam.table.profile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.UserDefinedType;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.VectorFacts;
import org.sparkradam.table.read.FeatureSettings;

/**
 * The columns of marked rows that are profiled, and how each is looked at. Rows are taken as Spark
 * holds them: for some thousand columns, to make objects of them would take more code than a JVM
 * likes to compile.
 *
 * @param label how labels are looked at as those of classes
 * @param isTest where the mark of the table is, as is {@code status}
 * @param numbersAt where {@link PackedNumbers} are; {@code NONE} if there are none
 * @param mostCategories how many different texts of a column are counted one by one
 */
public record ProfiledColumns(
    List<View> views,
    LabelTally.View label,
    int isTest,
    int status,
    int numbersAt,
    int mostCategories)
    implements Serializable {
  /** Names that no file can hold, for what is not a feature. */
  static final String LABEL = "\0label";

  static final String WEIGHT = "\0weight";

  private static final int NONE = -1;

  /** More would take too much of the driver. */
  private static final int MOST_CATEGORIES = 10_000;

  /**
   * What is looked at, and under which name.
   *
   * @param place in the row, or among its packed numbers
   */
  record View(String name, int place, boolean isPacked, Look look) implements Serializable {
    /** A column of the row. */
    View(String name, int place, Look look) {
      this(name, place, false, look);
    }
  }

  /** What of a value is looked at. */
  enum Look {
    NUMBER {
      @Override
      void tally(SpecializedGetters values, int place, ColumnTally tally) {
        tally.add(values.getDouble(place));
      }
    },
    TEXT {
      @Override
      void tally(SpecializedGetters values, int place, ColumnTally tally) {
        tally.add(values.getUTF8String(place).toString());
      }
    },
    /** Labels are held with the blanks around them, which are no difference here. */
    LABEL_TEXT {
      @Override
      void tally(SpecializedGetters values, int place, ColumnTally tally) {
        tally.add(MissingText.trimmed(values.getUTF8String(place).toString()));
      }
    },
    SIZE {
      @Override
      void tally(SpecializedGetters values, int place, ColumnTally tally) {
        tally.add(vector(values, place).size());
      }
    },
    MAGNITUDE {
      @Override
      void tally(SpecializedGetters values, int place, ColumnTally tally) {
        tally.add(VectorFacts.magnitude(vector(values, place)));
      }
    };

    private static final UserDefinedType<Vector> VECTOR = vectorType();

    @SuppressWarnings("unchecked") // it is one of vectors
    private static UserDefinedType<Vector> vectorType() {
      return (UserDefinedType<Vector>) SQLDataTypes.VectorType();
    }

    private static Vector vector(SpecializedGetters values, int place) {
      return VECTOR.deserialize(values.getStruct(place, ((StructType) VECTOR.sqlType()).size()));
    }

    /** Adds a value that is not null. */
    abstract void tally(SpecializedGetters values, int place, ColumnTally tally);

    static Look at(ColumnKind kind) {
      return switch (kind) {
        case TEXT -> TEXT;
        case VECTOR, ARRAY -> SIZE;
        default -> NUMBER;
      };
    }
  }

  /**
   * @param marked the types of the rows
   */
  public static ProfiledColumns of(
      ColumnRoles roles, LabelValues labels, FeatureSettings settings, StructType marked) {
    List<View> views = new ArrayList<>();
    PackedNumbers packed = PackedNumbers.in(marked);
    for (String name : roles.features()) {
      if (packed.has(name)) {
        views.add(new View(name, packed.place(name), true, Look.NUMBER));
        continue;
      }
      int feature = marked.fieldIndex(name);
      views.add(new View(name, feature, Look.at(roles.kind(name))));
      if (roles.kind(name).isVector()) {
        views.add(new View(magnitudeOf(name), feature, Look.MAGNITUDE));
      }
    }
    int place = marked.fieldIndex(roles.label());
    Look label = labels.kind() == ColumnKind.TEXT ? Look.LABEL_TEXT : Look.NUMBER;
    views.add(new View(LABEL, place, label));
    roles
        .weight()
        .ifPresent(name -> views.add(new View(WEIGHT, marked.fieldIndex(name), Look.NUMBER)));
    int isTest = marked.fieldIndex(HeldColumns.IS_TEST);
    return new ProfiledColumns(
        List.copyOf(views),
        new LabelTally.View(labels, place, isTest, marked.fieldIndex(HeldColumns.HASH)),
        isTest,
        marked.fieldIndex(HeldColumns.STATUS),
        packed.isEmpty() ? NONE : marked.fieldIndex(PackedNumbers.COLUMN),
        Math.min(settings.mostOneHot(), MOST_CATEGORIES));
  }

  /** The name under which the elements of a vector are profiled. */
  public static String magnitudeOf(String vector) {
    return "\0magnitude of " + vector;
  }

  /** Empty tallies, one a view. */
  List<ColumnTally> tallies() {
    List<ColumnTally> tallies = new ArrayList<>();
    for (View view : views) {
      boolean text = view.look == Look.TEXT || view.look == Look.LABEL_TEXT;
      tallies.add(text ? ColumnTally.ofTexts(mostCategories) : ColumnTally.ofNumbers());
    }
    return tallies;
  }

  /** Adds the values of a row that is of use. */
  void add(InternalRow row, List<ColumnTally> tallies) {
    SpecializedGetters numbers = numbersAt == NONE ? null : row.getArray(numbersAt);
    for (int i = 0; i < views.size(); i++) {
      View view = views.get(i);
      SpecializedGetters values = view.isPacked ? numbers : row;
      if (!values.isNullAt(view.place)) {
        view.look.tally(values, view.place, tallies.get(i));
      }
    }
  }
}
