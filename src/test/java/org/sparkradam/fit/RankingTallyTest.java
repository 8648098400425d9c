package org.sparkradam.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.junit.jupiter.api.Test;
import org.sparkradam.testing.LocalSpark;
import scala.Tuple2;

class RankingTallyTest {
  private record Line(boolean positive, double margin) implements Serializable {}

  private static List<Line> lines(int count, double unit) {
    Random random = new Random(7);
    return IntStream.range(0, count)
        .mapToObj(i -> random.nextInt(5) == 0)
        .map(
            is ->
                new Line(
                    is, unit * (0.0 + Math.rint((random.nextGaussian() + (is ? 1 : 0)) / unit))))
        .toList();
  }

  private static RankingTally tally(List<Line> lines) {
    RankingTally tally = new RankingTally();
    lines.forEach(line -> tally.add(line.positive(), 1, line.margin(), line.margin()));
    return tally;
  }

  @Test
  void fewScoresAreRankedAsSparkRanksThem() {
    List<Line> lines = lines(3000, 0.25);
    Ranking ranking = tally(lines).ranking();
    BinaryClassificationMetrics spark =
        new BinaryClassificationMetrics(
            JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext())
                .parallelize(lines, 2)
                .map(one -> new Tuple2<Object, Object>(one.margin(), one.positive() ? 1.0 : 0.0))
                .rdd(),
            0);
    assertThat(ranking.areaUnderRoc()).isEqualTo(spark.areaUnderROC(), within(1e-12));
    assertThat(ranking.areaUnderPr()).isEqualTo(spark.areaUnderPR(), within(1e-12));
  }

  @Test
  void neitherOrderNorPartitionsShowWhereScoresAreMany() {
    List<Line> lines = new ArrayList<>(lines(4 * RankingTally.MOST, 1e-12));
    Ranking one = tally(lines).ranking();
    Collections.shuffle(lines, new Random(1));
    RankingTally parts = tally(lines.subList(0, 1000));
    parts.plus(tally(lines.subList(1000, 3 * RankingTally.MOST)));
    parts.plus(tally(lines.subList(3 * RankingTally.MOST, lines.size())));
    assertThat(parts.ranking().roc()).isEqualTo(one.roc()).hasSizeLessThan(RankingTally.MOST + 2);
    assertThat(one.roc()).hasSizeGreaterThan(RankingTally.MOST / 4);
  }

  @Test
  void manyScoresPutTogetherRankAsTheyDidApart() {
    List<Line> lines = lines(4 * RankingTally.MOST, 1e-12);
    assertThat(tally(lines).ranking().areaUnderRoc()).isEqualTo(area(lines), within(1e-6));
  }

  /** By the sum of ranks of the positive rows, whose scores all differ. */
  private static double area(List<Line> lines) {
    boolean[] sorted = new boolean[lines.size()];
    List<Line> ascending = new ArrayList<>(lines);
    ascending.sort((a, b) -> Double.compare(a.margin(), b.margin()));
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = ascending.get(i).positive();
    }
    double positive = 0;
    double pairs = 0;
    double negative = 0;
    for (boolean is : sorted) {
      pairs += is ? negative : 0;
      positive += is ? 1 : 0;
      negative += is ? 0 : 1;
    }
    return pairs / (positive * negative);
  }

  @Test
  void calibrationIsByBinsOfEqualWeight() {
    List<Ranking.Point> points = tally(lines(5000, 1e-12)).ranking().calibration(10);
    assertThat(points).hasSize(10).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
    assertThat(points.stream().mapToDouble(Ranking.Point::y).average().orElseThrow())
        .isEqualTo(0.2, within(0.02));
  }
}
