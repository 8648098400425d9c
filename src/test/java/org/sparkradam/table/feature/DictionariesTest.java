package org.sparkradam.table.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparkradam.testing.LocalSpark;

/** What the driver keeps of categories that are more than it takes. */
class DictionariesTest {
  /** Of a: x three times, b and c twice, d once; of b: c and d three times, a twice, z once. */
  private static final String ROWS =
      "SELECT * FROM VALUES ('x', 'd'), ('x', 'd'), ('x', 'd'), ('c', 'c'), ('c', 'c'), ('b', 'c'),"
          + " ('b', 'a'), ('d', 'a'), (NULL, 'z') AS rows(a, b)";

  @Test
  void theMostFrequentAreKeptAndOfTiesTheFirstColumnAndTheSmallestText() {
    Dictionaries five = dictionaries(1, List.of(), new Dictionaries.Bounds(5, 5));
    // Three rows: x of a, c and d of b. Two rows: b and c of a, for a comes before b.
    assertThat(five.of("a")).containsExactly("x", "b", "c");
    assertThat(five.of("b")).containsExactly("c", "d");
    assertThat(five.notes())
        .containsExactly(
            "user's a: the 3 most frequent of 4 categories are told apart",
            "user's b: the 2 most frequent of 4 categories are told apart");
  }

  @Test
  void whatIsRareIsNotCountedAmongWhatIsLeftOut() {
    Dictionaries all = dictionaries(2, List.of(), new Dictionaries.Bounds(6, 6));
    assertThat(all.of("a")).containsExactly("x", "b", "c");
    assertThat(all.of("b")).containsExactly("c", "d", "a");
    assertThat(all.notes()).isEmpty();
  }

  @Test
  void columnsOfMeansHaveABoundOfTheirOwn() {
    Dictionaries means = dictionaries(1, List.of("b"), new Dictionaries.Bounds(100, 1));
    assertThat(means.of("a")).containsExactly("x", "b", "c", "d");
    assertThat(means.of("b")).containsExactly("c");
    assertThat(means.notes())
        .containsExactly("user's b: the 1 most frequent of 4 categories are told apart");
  }

  @Test
  void theUsualBoundsAreThoseOfTheDocs() {
    assertThat(Dictionaries.Bounds.USUAL).isEqualTo(new Dictionaries.Bounds(1_048_576, 10_000));
  }

  private static Dictionaries dictionaries(
      int minCount, List<String> means, Dictionaries.Bounds bounds) {
    Dataset<Row> rows = LocalSpark.session().sql(ROWS);
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("a", "user's a");
    columns.put("b", "user's b");
    return Dictionaries.of(rows, columns, minCount, means, bounds);
  }
}
