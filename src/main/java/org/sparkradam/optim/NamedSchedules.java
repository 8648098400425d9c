package org.sparkradam.optim;

/**
 * Schedules and warm-ups by the names that users write. What has no such name is refused with an
 * {@link IllegalArgumentException} that lists those there are.
 */
public final class NamedSchedules {
  private NamedSchedules() {}

  /**
   * A schedule of a run.
   *
   * @param name constant, inverse-square-root (from the first step), cosine or linear-decay (to 0
   *     at the end of the run), or step (a tenth after each third of the run)
   * @param steps how long the run is, at least 1
   * @return the schedule
   */
  public static LearningRateSchedule schedule(String name, long steps) {
    return switch (name) {
      case "constant" -> Schedules.constant();
      case "inverse-square-root" -> Schedules.inverseSquareRoot(1);
      case "cosine" -> Schedules.cosine(steps, 0);
      case "linear-decay" -> Schedules.linearDecay(steps, 0);
      case "step" -> Schedules.step(Math.max(1, steps / 3), 0.1);
      default ->
          throw Require.refusal(
              "schedule", name, "one of constant, inverse-square-root, cosine, linear-decay, step");
    };
  }

  /**
   * A warm-up.
   *
   * @param text none, a number of steps, untuned-linear or untuned-exponential
   * @param beta2 which the untuned ones go by, in [0, 1)
   * @return what multiplies a schedule, in [0, 1]
   */
  public static LearningRateSchedule warmup(String text, double beta2) {
    return switch (text) {
      case "none", "0" -> Schedules.constant();
      case "untuned-linear" -> Schedules.untunedLinearWarmup(beta2);
      case "untuned-exponential" -> Schedules.untunedExponentialWarmup(beta2);
      default -> {
        if (!text.matches("[1-9][0-9]{0,17}")) {
          throw Require.refusal(
              "warmup", text, "none, a number of steps, untuned-linear or untuned-exponential");
        }
        yield Schedules.linearWarmup(Long.parseLong(text));
      }
    };
  }
}
