package org.sparkradam.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.sparkradam.report.text.ReadableNumber;

/** Made-up results of a comparison of warm-ups, and made-up histograms of gradients. */
public final class SampleHeatMaps {
  private static final int BINS_A_DECADE = 8;

  private SampleHeatMaps() {}

  /** A diverged trial, one that is far off, and one that has not been run. */
  public static HeatMap warmups() {
    List<String> rules =
        List.of(
            "RAdam", "none", "100", "200", "500", "1000", "untuned linear", "untuned exponential");
    List<String> rates = List.of("0.0003", "0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1");
    List<List<Double>> values = new ArrayList<>();
    for (int row = 0; row < rules.size(); row++) {
      List<Double> losses = new ArrayList<>();
      for (int column = 0; column < rates.size(); column++) {
        losses.add(0.452 + 0.004 * row + 0.012 * Math.pow(column - 4 + 0.2 * row, 2));
      }
      values.add(losses);
    }
    values.get(1).set(7, Double.NaN);
    values.get(2).set(7, Double.POSITIVE_INFINITY);
    values.get(1).set(6, 4.2e6);
    values.get(3).set(7, null);
    return new HeatMap(
        "",
        GridAxis.of("learning rate", rates),
        GridAxis.of("warm-up", rules),
        values,
        ColorScale.linear("test loss (nats a row)", ColorScale.Darkest.LOWEST)
            .withMissing("diverged"));
  }

  /** The sizes fall as steps go on, in the second panel less. */
  public static List<HeatMap> histograms() {
    return HeatMap.aligned(List.of(histogram("Adam", 1.2), histogram("RAdam", 0.4)));
  }

  private static HeatMap histogram(String solver, double fall) {
    int[] steps =
        IntStream.range(0, 50).map(i -> (int) Math.round(Math.pow(1.19, i))).distinct().toArray();
    int bins = 9 * BINS_A_DECADE;
    Random random = new Random(7);
    List<List<Double>> values = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      List<Double> shares = new ArrayList<>();
      for (int step : steps) {
        double center = -2 - fall * Math.log10(step);
        double size = -(bin + 0.5) / BINS_A_DECADE;
        double share = 0.12 * Math.exp(-Math.pow(size - center, 2) * 1.2);
        shares.add(share < 1e-5 ? 0 : share * (0.8 + 0.4 * random.nextDouble()));
      }
      values.add(shares);
    }
    return new HeatMap(
        solver,
        stepAxis(steps),
        sizeAxis(bins),
        values,
        ColorScale.log("share", ColorScale.Darkest.HIGHEST));
  }

  private static GridAxis stepAxis(int[] steps) {
    List<String> names = IntStream.of(steps).mapToObj(step -> "step " + step).toList();
    List<String> ticks =
        IntStream.range(0, steps.length)
            .mapToObj(i -> i % 8 == 0 ? String.valueOf(steps[i]) : "")
            .toList();
    return GridAxis.of("step", names).withTicks(ticks);
  }

  private static GridAxis sizeAxis(int bins) {
    List<String> names = IntStream.range(0, bins).mapToObj(SampleHeatMaps::bin).toList();
    List<String> ticks =
        IntStream.range(0, bins)
            .mapToObj(i -> i % BINS_A_DECADE == 0 ? ReadableNumber.significant(size(i)) : "")
            .toList();
    return GridAxis.of("|g|", names).withTicks(ticks);
  }

  private static String bin(int index) {
    return ReadableNumber.significant(size(index + 1))
        + " to "
        + ReadableNumber.significant(size(index));
  }

  private static double size(int edge) {
    return Math.pow(10, -(double) edge / BINS_A_DECADE);
  }
}
