package org.sparkradam.study.histogram;

import java.util.List;

/**
 * Whether the paper's claim holds, that Adam's histogram is distorted and that of no other solver.
 *
 * @param plain names of the solvers that are Adam without a remedy
 * @param distorted names of those whose histogram is distorted
 */
record HistogramVerdict(List<String> plain, List<String> distorted) {
  String sentence() {
    if (plain.isEmpty()) {
      return "No solver is Adam at its full rate from the start, so the claim is not put to the test";
    }
    List<String> bad = plain.stream().filter(distorted::contains).toList();
    if (bad.isEmpty()) {
      return unlikeThePaper();
    }
    return bad.size() == plain.size() ? asThePaperSays() : partly(bad);
  }

  private String asThePaperSays() {
    return others().isEmpty()
        ? "As the paper says, Adam without warm-up is distorted and no other is"
        : "Adam without warm-up is distorted as the paper says, but so is " + joined(others());
  }

  private String unlikeThePaper() {
    return "Unlike in the paper, Adam without warm-up is not distorted here, "
        + (others().isEmpty() ? "nor is any other" : "while this is: " + joined(others()));
  }

  private String partly(List<String> bad) {
    List<String> good = plain.stream().filter(name -> !bad.contains(name)).toList();
    return "Adam without warm-up is distorted in part: %s is, %s is not; of the others %s is"
        .formatted(joined(bad), joined(good), others().isEmpty() ? "none" : joined(others()));
  }

  private List<String> others() {
    return distorted.stream().filter(name -> !plain.contains(name)).toList();
  }

  private static String joined(List<String> names) {
    return String.join(", ", names);
  }
}
