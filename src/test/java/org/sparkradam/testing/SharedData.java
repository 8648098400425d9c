package org.sparkradam.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real tables that lie beside a developer's checkout, in {@code ../shared}. A user's clone has
 * none: tests that need them are skipped there, and say so.
 */
public final class SharedData {
  private SharedData() {}

  /** A real table, such as {@code flights.parquet}. */
  public static Path table(String name) {
    Path path = Path.of("..", "shared", "data", name);
    assumeTrue(Files.exists(path), () -> path + " is not here: a check against it is skipped");
    return path.toAbsolutePath().normalize();
  }
}
