package org.sparkradam.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.sparkradam.block.MinibatchPlan;

/** The trials of one seed and what they all read. */
record SeedGroup(MinibatchPlan plan, List<LockstepTrial> trials) {
  /** Groups in the order in which seeds first appear. */
  static List<SeedGroup> of(List<LockstepTrial> trials, LongFunction<MinibatchPlan> plans) {
    Map<Long, List<LockstepTrial>> bySeed =
        trials.stream()
            .collect(
                Collectors.groupingBy(
                    LockstepTrial::seed, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    return bySeed.entrySet().stream()
        .map(entry -> new SeedGroup(plans.apply(entry.getKey()), entry.getValue()))
        .toList();
  }

  List<LockstepTrial> active() {
    return trials.stream().filter(LockstepTrial::active).toList();
  }
}
