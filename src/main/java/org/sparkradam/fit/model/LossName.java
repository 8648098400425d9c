package org.sparkradam.fit.model;

/** What a loss is called. */
public enum LossName {
  LOG_LOSS("log loss"),
  HALF_SQUARED_ERROR("half squared error"),
  HINGE_LOSS("hinge loss");

  private final String title;

  LossName(String title) {
    this.title = title;
  }

  /** For plots and texts. */
  public String title() {
    return title;
  }

  /** Whether losses of this name in files are of this kind. */
  public boolean isMeasuredAs(String name) {
    return name().equalsIgnoreCase(name);
  }
}
