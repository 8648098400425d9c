package org.sparkradam.table.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.reflect.ClassTag$;

/**
 * Tallies of parts, shipped as a cluster with Kryo ships them, against plain sums over the whole.
 */
class ColumnTallyTest {
  private static final SerializerInstance KRYO = new KryoSerializer(new SparkConf()).newInstance();

  @Test
  void momentsOfNumbers() {
    double[] values = new Random(1).doubles(1000, -1e3, 1e6).toArray();
    ColumnTally whole = ColumnTally.ofNumbers();
    for (int part = 0; part < 4; part++) {
      ColumnTally some = ColumnTally.ofNumbers();
      IntStream.range(250 * part, 250 * part + 250).forEach(i -> some.add(values[i]));
      whole.plus(shipped(some));
    }
    ColumnProfile profile = whole.profile();
    double mean = IntStream.range(0, 1000).mapToDouble(i -> values[i]).sum() / 1000;
    double squares = IntStream.range(0, 1000).mapToDouble(i -> Math.pow(values[i] - mean, 2)).sum();
    assertThat(profile.known()).isEqualTo(1000);
    assertThat(profile.mean()).isCloseTo(mean, within(1e-9 * mean));
    assertThat(profile.squares()).isCloseTo(squares, within(1e-12 * squares));
    assertThat(profile.fractions()).isEqualTo(1000);
    assertThat((double) profile.distinct()).isCloseTo(1000, within(150.0));
    assertThat(profile.categories()).isEmpty();
  }

  @Test
  void textsAreCountedAsLongAsTheyAreFew() {
    ColumnTally tally = texts(3, "b", "a", "b");
    ColumnProfile few = tally.plus(shipped(texts(3, "c"))).profile();
    assertThat(few.categories()).contains(Map.of("a", 1L, "b", 2L, "c", 1L));
    assertThat(few.distinct()).isEqualTo(3);
    ColumnProfile many = tally.plus(shipped(texts(3, "d"))).profile();
    assertThat(many.categories()).isEmpty();
    assertThat(many.known()).isEqualTo(5);
    assertThat(many.distinct()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1001, 20_000})
  void ofManyTextsThereIsAnEstimateAboveTheBound(int texts) {
    ColumnTally one = ColumnTally.ofTexts(1000);
    ColumnTally other = ColumnTally.ofTexts(1000);
    IntStream.range(0, texts).forEach(i -> (i % 3 == 0 ? one : other).add("text " + i));
    long distinct = shipped(one).plus(shipped(other)).profile().distinct();
    assertThat((double) distinct).isBetween(1001.0, 1.15 * texts);
  }

  @Test
  void nothingKnown() {
    ColumnProfile empty = shipped(ColumnTally.ofNumbers()).profile();
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.isConstant()).isFalse();
    assertThat(texts(3).profile().isConstant()).isFalse();
    assertThat(texts(3, "a", "a").profile().isConstant()).isTrue();
  }

  private static ColumnTally texts(int most, String... texts) {
    ColumnTally tally = ColumnTally.ofTexts(most);
    List.of(texts).forEach(tally::add);
    return tally;
  }

  private static ColumnTally shipped(ColumnTally tally) {
    return KRYO.deserialize(
        KRYO.serialize(tally, ClassTag$.MODULE$.apply(ColumnTally.class)),
        ClassTag$.MODULE$.apply(ColumnTally.class));
  }
}
