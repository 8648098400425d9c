package org.sparkradam.table.synthetic;

/**
 * The mean loss over a table that no model can expect to go below.
 *
 * @param loss {@link #LOG_LOSS}, in nats, or {@link #HALF_SQUARED_ERROR}, in squared label units
 * @param value the mean over all rows
 */
public record BestLoss(String loss, double value) {
  public static final String LOG_LOSS = "log_loss";
  public static final String HALF_SQUARED_ERROR = "half_squared_error";
}
