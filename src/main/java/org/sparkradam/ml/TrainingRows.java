package org.sparkradam.ml;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.InternalRow;
import org.sparkradam.block.FeaturePrecision;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.RowShuffle;
import org.sparkradam.block.Shipped;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.ml.internal.fit.FitBlocks;
import org.sparkradam.ml.internal.model.LabelClasses;
import org.sparkradam.ml.internal.param.ChoiceParams;
import org.sparkradam.ml.internal.param.ParamValue;

/** A table that has been checked, and how it becomes standardised blocks. */
record TrainingRows(
    MiniBatchStage stage, JavaRDD<InternalRow> source, TrainingColumns columns, TableFacts facts) {
  /**
   * Reads the table once, and once more where classes are to be balanced.
   *
   * @throws IllegalArgumentException if it cannot be trained on
   */
  static TrainingRows of(MiniBatchStage stage, Dataset<?> table, TrainingColumns columns) {
    JavaRDD<InternalRow> source = columns.select(table);
    TableFacts facts = facts(stage, source, columns);
    if (!ClassWeights.isBalanced(stage)) {
      return new TrainingRows(stage, source, columns, facts);
    }
    TrainingColumns balanced = columns.with(ClassWeights.balanced(facts.classWeights()));
    return new TrainingRows(stage, source, balanced, facts(stage, source, balanced));
  }

  /**
   * Looks at what a fit wants beside the table's rows, before they are read.
   *
   * @throws IllegalArgumentException if it cannot be
   */
  static void check(MiniBatchStage stage, Dataset<?> table) {
    OutputPaths.check(stage, table.sparkSession().sparkContext());
    requireOneNumberOfChunks(stage);
  }

  /** The same rows for another stage that reads the same of them. */
  TrainingRows of(MiniBatchStage other) {
    return new TrainingRows(other, source, columns, facts);
  }

  /** Equal for stages whose blocks of these rows differ in their scale alone. */
  Object key() {
    return List.of(
        facts,
        seed(),
        place(),
        shuffle(stage),
        precision(),
        ParamValue.ifDefined(stage, params().numPartitions));
  }

  private static void requireOneNumberOfChunks(MiniBatchStage stage) {
    boolean chosen = stage.isSet(stage.stageParams().budget.numPartitions);
    if (chosen && shuffle(stage) == RowShuffle.PARTITION) {
      throw new IllegalArgumentException(
          "numPartitions must not be set with shuffle partition, where each partition of the table"
              + " is one chunk: repartition the table instead");
    }
  }

  private static RowShuffle shuffle(MiniBatchStage stage) {
    return ChoiceParams.constant(
        RowShuffle.class, ParamValue.of(stage, stage.stageParams().budget.shuffle));
  }

  private static TableFacts facts(
      MiniBatchStage stage, JavaRDD<InternalRow> source, TrainingColumns columns) {
    return JobDescription.during(
        stage, source.context(), "looks at all rows", new TableScan(source, columns)::facts);
  }

  /**
   * The classes of a classifier's labels.
   *
   * @throws IllegalArgumentException if class weights are not one a class
   */
  LabelClasses classes(Dataset<?> table) {
    LabelClasses classes =
        LabelClasses.of(table.schema().apply(columns.label()), facts.classWeights());
    ClassWeights.of(stage).requireFor(classes.count());
    return classes;
  }

  /**
   * Features multiplied by a factor and labels divided by a scale, shuffled and cached: the caller
   * closes them.
   */
  FitBlocks scaled(double[] factors, double labelScale) {
    return JobDescription.during(
        stage, context(), "shuffles rows into blocks", () -> ingested(factors, labelScale));
  }

  private FitBlocks ingested(double[] factors, double labelScale) {
    IngestSettings bySize =
        IngestSettings.of(seed())
            .withScale(factors)
            .withLabelUnit(labelScale)
            .withPlace(place())
            .withShuffle(shuffle(stage))
            .withPrecision(precision());
    ShuffledBlocks training =
        ShuffledBlocks.ingest(rows(false), facts.training(), withPartitions(bySize));
    if (!columns.holdsOut()) {
      return new FitBlocks(training, Optional.empty());
    }
    try {
      ShuffledBlocks heldOut = ShuffledBlocks.ingest(rows(true), facts.heldOut(), bySize);
      return new FitBlocks(training, Optional.of(heldOut));
    } catch (Throwable e) { // Scala throws checked exceptions, undeclared
      training.close();
      throw e;
    }
  }

  /** Rows that weigh nothing say nothing, not even which classes there are. */
  private JavaRDD<LabeledRow> rows(boolean heldOut) {
    TrainingColumns read = columns;
    return source
        .filter(row -> TrainingColumns.isHeldOut(row) == heldOut)
        .map(read::labeled)
        .filter(row -> row.weight() > 0);
  }

  private FeaturePrecision precision() {
    return ChoiceParams.constant(
        FeaturePrecision.class, ParamValue.of(stage, params().featurePrecision));
  }

  private TrainingPlace place() {
    return ChoiceParams.constant(TrainingPlace.class, ParamValue.of(stage, params().trainOn));
  }

  private BudgetParams params() {
    return stage.stageParams().budget;
  }

  private IngestSettings withPartitions(IngestSettings bySize) {
    return ParamValue.<Integer>ifDefined(stage, params().numPartitions)
        .map(bySize::withChunks)
        .orElse(bySize);
  }

  private long seed() {
    return ParamValue.of(stage, params().seed);
  }

  private SparkContext context() {
    return source.context();
  }

  /**
   * Rows as a fit trains on them.
   *
   * @param scale that features are multiplied by
   * @param labelUnit that labels are divided by
   */
  record Scaled(TrainingRows rows, double[] scale, double labelUnit) {
    /** Shuffled and cached: the caller closes them. */
    FitBlocks blocks() {
      return rows.scaled(scale, labelUnit);
    }

    /** Equal for rows whose blocks are the same. */
    Object blocksKey() {
      return List.of(rows.key(), DoubleBuffer.wrap(scale), labelUnit);
    }
  }

  /**
   * Reads a table once for its facts. Partitions come to the driver in their order, and no more of
   * them at a time than its limit on results allows.
   *
   * @param source as {@link TrainingColumns#select} has it
   */
  private record TableScan(JavaRDD<InternalRow> source, TrainingColumns columns) {
    private static final long BYTES_AT_ONCE = 256L << 20;

    /** Of the sums of features, if all were looked at. */
    private static final long BYTES_A_FEATURE = 33;

    /**
     * @throws IllegalArgumentException if the table cannot be trained on; names the column
     */
    TableFacts facts() {
      TrainingColumns read = columns;
      JavaRDD<Shipped<TableFacts>> parts =
          source.mapPartitions(
              rows -> List.of(new Shipped<>(TableFacts.of(rows, read))).iterator());
      TableFacts all = TableFacts.none();
      int partitions = source.getNumPartitions();
      int atOnce = (int) Math.min(partitions, partitionsAtOnce());
      for (int from = 0; from < partitions; from += atOnce) {
        int[] group = IntStream.range(from, Math.min(partitions, from + atOnce)).toArray();
        for (List<Shipped<TableFacts>> part : parts.collectPartitions(group)) {
          part.forEach(facts -> all.merge(facts.value(), columns));
        }
      }
      all.requireUsable(columns);
      return all;
    }

    private long partitionsAtOnce() {
      TrainingColumns read = columns;
      int width = source.map(read::width).take(1).stream().mapToInt(Integer::intValue).sum();
      return Math.max(1, BYTES_AT_ONCE / (BYTES_A_FEATURE * Math.max(1, width)));
    }
  }
}
