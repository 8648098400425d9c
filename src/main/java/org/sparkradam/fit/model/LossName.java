package org.sparkradam.fit.model;

/** What a loss is called. */
public enum LossName {
  LOG_LOSS("log loss"),
  HALF_SQUARED_ERROR("half squared error") {
    @Override
    public boolean isInSquaredUnit() {
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

  /** Whether the loss is in the square of the labels' unit, so that these may be standardised. */
  public boolean isInSquaredUnit() {
    return false;
  }

  /** Whether losses of this name in files are of this kind. */
  public boolean isMeasuredAs(String name) {
    return name().equalsIgnoreCase(name);
  }
}
