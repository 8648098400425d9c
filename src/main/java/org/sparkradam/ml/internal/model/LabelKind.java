package org.sparkradam.ml.internal.model;

/** What a label may be. */
public enum LabelKind {
  CLASS("a whole number from 0 to k - 1") {
    @Override
    public boolean allows(double label) {
      return label >= 0 && label < Integer.MAX_VALUE && label == Math.rint(label);
    }
  },
  NUMBER("finite") {
    @Override
    public boolean allows(double label) {
      return Double.isFinite(label);
    }
  };

  private final String allowed;

  LabelKind(String allowed) {
    this.allowed = allowed;
  }

  /** What is allowed, for a message. */
  public String allowed() {
    return allowed;
  }

  /** Whether a label may be this. */
  public abstract boolean allows(double label);
}
