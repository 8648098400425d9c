package org.sparkradam.testing;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Spark held cached at a moment. Only what comes to it tells anything: what other tests of the
 * JVM left goes whenever Spark's cleaner finds it.
 */
public record CachedRdds(Set<Integer> ids) {
  /** What is cached now. */
  public static CachedRdds now() {
    return new CachedRdds(Set.copyOf(LocalSpark.context().getPersistentRDDs().keySet()));
  }

  /** The ids of what is cached now and was not then. */
  public Set<Integer> since() {
    return now().ids().stream().filter(id -> !ids.contains(id)).collect(Collectors.toSet());
  }
}
