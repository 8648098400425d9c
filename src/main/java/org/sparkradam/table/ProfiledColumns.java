package org.sparkradam.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.UserDefinedType;

/**
 * The columns of {@linkplain TrainTestTables#marked marked} rows that are profiled, and how each is
 * looked at. Rows are taken as Spark holds them: for some thousand columns, to make objects of them
 * would take more code than a JVM likes to compile.
 *
 * @param label how labels are looked at as those of classes
 * @param isTest where the mark of the table is, as is {@code status}
 * @param mostCategories how many different texts of a column are counted one by one
 */
record ProfiledColumns(
    List<View> views, LabelTally.View label, int isTest, int status, int mostCategories)
    implements Serializable {
  /** Names that no file can hold, for what is not a feature. */
  static final String LABEL = "\0label";

  static final String WEIGHT = "\0weight";

  /** More would take too much of the driver. */
  private static final int MOST_CATEGORIES = 10_000;

  /** What is looked at, and under which name. */
  record View(String name, int place, Look look) implements Serializable {}

  /** What of a value is looked at. */
  enum Look {
    NUMBER {
      @Override
      void tally(InternalRow row, int place, ColumnTally tally) {
        tally.add(row.getDouble(place));
      }
    },
    TEXT {
      @Override
      void tally(InternalRow row, int place, ColumnTally tally) {
        tally.add(row.getUTF8String(place).toString());
      }
    },
    /** Labels are held with the blanks around them, which are no difference here. */
    LABEL_TEXT {
      @Override
      void tally(InternalRow row, int place, ColumnTally tally) {
        tally.add(MissingText.trimmed(row.getUTF8String(place).toString()));
      }
    },
    SIZE {
      @Override
      void tally(InternalRow row, int place, ColumnTally tally) {
        tally.add(vector(row, place).size());
      }
    },
    MAGNITUDE {
      @Override
      void tally(InternalRow row, int place, ColumnTally tally) {
        tally.add(VectorFacts.magnitude(vector(row, place)));
      }
    };

    private static final UserDefinedType<Vector> VECTOR = vectorType();

    @SuppressWarnings("unchecked") // it is one of vectors
    private static UserDefinedType<Vector> vectorType() {
      return (UserDefinedType<Vector>) SQLDataTypes.VectorType();
    }

    private static Vector vector(InternalRow row, int place) {
      return VECTOR.deserialize(row.getStruct(place, ((StructType) VECTOR.sqlType()).size()));
    }

    /** Adds a value that is not null. */
    abstract void tally(InternalRow row, int place, ColumnTally tally);

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
  static ProfiledColumns of(
      ColumnRoles roles, LabelValues labels, FeatureSettings settings, StructType marked) {
    List<View> views = new ArrayList<>();
    for (String name : roles.features()) {
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
    int isTest = marked.fieldIndex(TrainTestTables.IS_TEST);
    return new ProfiledColumns(
        List.copyOf(views),
        new LabelTally.View(labels, place, isTest, marked.fieldIndex(TrainTestTables.HASH)),
        isTest,
        marked.fieldIndex(TrainTestTables.STATUS),
        Math.min(settings.mostOneHot(), MOST_CATEGORIES));
  }

  static String magnitudeOf(String vector) {
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
    for (int i = 0; i < views.size(); i++) {
      View view = views.get(i);
      if (!row.isNullAt(view.place)) {
        view.look.tally(row, view.place, tallies.get(i));
      }
    }
  }
}
