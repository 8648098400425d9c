package org.sparkradam.benchmark;

import java.util.List;

/** One part of the benchmark. */
interface BenchmarkCase {
  /** What {@code --only} calls it. */
  String name();

  /** What it is about, for people. */
  String title();

  /** About how long it takes at full scale on two cores, to tell the time left. */
  double seconds();

  List<Finding> run(Bench bench);
}
