package org.sparkradam.block;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.immutable.Seq;

/**
 * Scala's collections as Java's and back. All that names a class which Scala 2.12 and 2.13 do not
 * share stands here, in the one way that javac takes with both: 2.13 would have {@code
 * scala.jdk.javaapi}, which is not in 2.12.
 */
@SuppressWarnings("deprecation")
public final class ScalaCollections {
  private ScalaCollections() {}

  /** A view. */
  public static <T> List<T> asJava(scala.collection.Seq<T> values) {
    return JavaConverters.seqAsJavaList(values);
  }

  /** A view. */
  public static <T> Iterator<T> asJava(scala.collection.Iterator<T> values) {
    return JavaConverters.asJavaIterator(values);
  }

  /** Empty where Scala's is. */
  public static <T> Optional<T> asJava(Option<T> value) {
    return value.isDefined() ? Optional.of(value.get()) : Optional.empty();
  }

  /** A copy, which is a sequence to Scala 2.12, where that may change, and to 2.13, where not. */
  public static <T> Seq<T> asScala(List<T> values) {
    return JavaConverters.asScalaBuffer(values).toList();
  }

  /** A view. */
  public static <T> scala.collection.Iterator<T> asScala(Iterator<T> values) {
    return JavaConverters.asScalaIterator(values);
  }
}
