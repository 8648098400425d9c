package org.sparkradam.fit.model;

/** What a loss is called. */
public enum LossName {
  LOG_LOSS("log loss"),
  /** Of numbers, in the square of their unit. */
  HALF_SQUARED_ERROR("half squared error") {
    @Override
    public boolean isOfNumbers() {
      return true;
    }
  },
  HINGE_LOSS("hinge loss");

  private final String title;

  LossName(String title) {
    this.title = title;
  }

  /** For plots and texts. */
  public String title() {
    return title;
  }

  /** Whether labels are numbers, and the loss in their squared unit; else they are classes. */
  public boolean isOfNumbers() {
    return false;
  }

  /** Whether losses of this name in files are of this kind. */
  public boolean isMeasuredAs(String name) {
    return name().equalsIgnoreCase(name);
  }
}
