package org.sparkradam.block;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/**
 * A value that chunk functions need, on its way to them; whoever made it closes it. A function
 * refers to this and not to the value.
 *
 * @param <S> what Java can serialise
 */
public sealed interface Shared<S> extends Serializable, AutoCloseable {
  /** The value itself, on the driver as in a task; not to be changed. */
  S value();

  @Override
  void close();

  /** Travels in the task itself, or nowhere. */
  record WithTask<S>(S value) implements Shared<S> {
    @Override
    public void close() {}
  }

  /** Goes once to each executor. */
  record ByBroadcast<S>(Broadcast<Shipped<S>> broadcast) implements Shared<S> {
    @Override
    public S value() {
      return broadcast.value().value();
    }

    @Override
    public void close() {
      broadcast.destroy();
    }
  }
}
