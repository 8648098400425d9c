package org.sparkradam.ml;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import scala.collection.Iterator;
import scala.collection.immutable.List$;
import scala.collection.immutable.Seq;

/** What Scala asks to be fitted, and gets in return; by methods that all its lines have. */
final class ParamMaps {
  private ParamMaps() {}

  static ParamMap[] of(Seq<ParamMap> maps) {
    List<ParamMap> all = new ArrayList<>();
    for (Iterator<ParamMap> i = maps.iterator(); i.hasNext(); ) {
      all.add(i.next());
    }
    return all.toArray(new ParamMap[0]);
  }

  static <T> Seq<T> inOrder(List<T> values) {
    scala.collection.immutable.List<T> list = List$.MODULE$.empty();
    for (int i = values.size() - 1; i >= 0; i--) {
      list = list.$colon$colon(values.get(i));
    }
    return list;
  }
}
