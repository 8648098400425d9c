package org.sparkradam.block;

import java.util.OptionalInt;

/** How rows become blocks. Immutable. */
public final class IngestSettings {
  private final long seed;
  private final OptionalInt chunks;
  private final IngestScale scale;
  private final TrainingPlace place;
  private final RowShuffle shuffle;
  private final FeaturePrecision precision;

  private IngestSettings(
      long seed,
      OptionalInt chunks,
      IngestScale scale,
      TrainingPlace place,
      RowShuffle shuffle,
      FeaturePrecision precision) {
    this.seed = seed;
    this.chunks = chunks;
    this.scale = scale;
    this.place = place;
    this.shuffle = shuffle;
    this.precision = precision;
  }

  /**
   * As many chunks as the bytes ask for, values as they are, blocks on executors.
   *
   * @param seed sets which rows share a chunk, and their order in it
   */
  public static IngestSettings of(long seed) {
    return new IngestSettings(
        seed,
        OptionalInt.empty(),
        IngestScale.NONE,
        TrainingPlace.EXECUTORS,
        RowShuffle.GLOBAL,
        FeaturePrecision.DOUBLE);
  }

  /**
   * A number of chunks, such as that of the run that is resumed; may exceed the rows.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public IngestSettings withChunks(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("chunks must be at least 1, but was " + number);
    }
    return new IngestSettings(seed, OptionalInt.of(number), scale, place, shuffle, precision);
  }

  /**
   * Factors that values are multiplied by while blocks are built, such as 1/σ. They change neither
   * a row's place nor the fingerprint.
   *
   * @param factors one a feature; copied
   */
  public IngestSettings withScale(double[] factors) {
    return withScale(new IngestScale(factors.clone(), scale.labelUnit()));
  }

  /**
   * A unit that labels are divided by while blocks are built. It changes neither a row's place nor
   * the fingerprint.
   *
   * @param unit above 0
   */
  public IngestSettings withLabelUnit(double unit) {
    return withScale(new IngestScale(scale.factors(), unit));
  }

  private IngestSettings withScale(IngestScale other) {
    return new IngestSettings(seed, chunks, other, place, shuffle, precision);
  }

  /** Where the blocks go; the blocks are the same. */
  public IngestSettings withPlace(TrainingPlace where) {
    return new IngestSettings(seed, chunks, scale, where, shuffle, precision);
  }

  /** Which rows share a chunk; with {@link RowShuffle#PARTITION} chunks are the partitions. */
  public IngestSettings withShuffle(RowShuffle kind) {
    return new IngestSettings(seed, chunks, scale, place, kind, precision);
  }

  /** How exactly features are stored; it changes neither a row's place nor the fingerprint. */
  public IngestSettings withPrecision(FeaturePrecision exactness) {
    return new IngestSettings(seed, chunks, scale, place, shuffle, exactness);
  }

  /** As many chunks as the source has partitions, if these are to be the chunks. */
  IngestSettings forSource(int partitions) {
    return shuffle == RowShuffle.PARTITION ? withChunks(Math.max(1, partitions)) : this;
  }

  RowShuffle shuffle() {
    return shuffle;
  }

  FeaturePrecision precision() {
    return precision;
  }

  /** Where the blocks are to be. */
  public TrainingPlace place() {
    return place;
  }

  long seed() {
    return seed;
  }

  OptionalInt chunks() {
    return chunks;
  }

  IngestScale scale() {
    return scale;
  }
}
