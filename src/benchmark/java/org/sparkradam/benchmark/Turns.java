package org.sparkradam.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Times sides in turns, a block of each, round after round, so that a machine that becomes slower
 * or faster does so for all of them.
 *
 * @param warmUp rounds that do not count: the JVM compiles what it runs often
 * @param rounds that count
 */
record Turns(int warmUp, int rounds) {
  /** One for each side. */
  List<Timings> of(List<Side> sides) {
    for (int round = 0; round < warmUp; round++) {
      sides.forEach(Side::block);
    }
    List<DoubleStream.Builder> millis = new ArrayList<>();
    sides.forEach(side -> millis.add(DoubleStream.builder()));
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < sides.size(); i++) {
        DoubleStream.of(sides.get(i).block()).forEach(millis.get(i)::add);
      }
    }
    return millis.stream().map(builder -> Timings.of(builder.build())).toList();
  }
}
