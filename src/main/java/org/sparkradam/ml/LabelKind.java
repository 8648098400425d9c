package org.sparkradam.ml;

/** What a label may be. */
enum LabelKind {
  CLASS("a whole number from 0 to k - 1") {
    @Override
    boolean allows(double label) {
      return label >= 0 && label < Integer.MAX_VALUE && label == Math.rint(label);
    }
  },
  NUMBER("finite") {
    @Override
    boolean allows(double label) {
      return Double.isFinite(label);
    }
  };

  private final String allowed;

  LabelKind(String allowed) {
    this.allowed = allowed;
  }

  /** What is allowed, for a message. */
  String allowed() {
    return allowed;
  }

  abstract boolean allows(double label);
}
