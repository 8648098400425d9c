package org.sparkradam.block;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.Serializable;
import java.nio.ByteBuffer;
import org.apache.spark.SparkEnv;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * A value on its way between driver and executors, which Java serialises whatever {@code
 * spark.serializer} says: Kryo cannot read records and immutable lists back.
 *
 * @param <T> a type that Java can serialise
 */
@DefaultSerializer(Shipped.ByJava.class)
public final class Shipped<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final T value;

  public Shipped(T value) {
    this.value = value;
  }

  public T value() {
    return value;
  }

  /** For Kryo: writes what Spark's closure serializer, which is Java's always, makes of it. */
  public static final class ByJava extends Serializer<Shipped<?>> {
    private static final ClassTag<Object> ANY = ClassTag$.MODULE$.apply(Object.class);

    @Override
    public void write(Kryo kryo, Output out, Shipped<?> shipped) {
      ByteBuffer bytes = java().serialize(shipped.value, ANY);
      out.writeInt(bytes.remaining());
      out.writeBytes(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    @Override
    public Shipped<?> read(Kryo kryo, Input in, Class<Shipped<?>> type) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readBytes(in.readInt()));
      return new Shipped<>(java().deserialize(bytes, kryo.getClassLoader(), ANY));
    }

    private static SerializerInstance java() {
      return SparkEnv.get().closureSerializer().newInstance();
    }
  }
}
