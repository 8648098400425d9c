package org.sparkradam.train;

/** Training came to no end that is a model; the message says why, and what to try. */
public final class DivergenceException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message why, and what to try
   */
  public DivergenceException(String message) {
    super(message);
  }
}
