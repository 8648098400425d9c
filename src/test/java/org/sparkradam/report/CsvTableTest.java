package org.sparkradam.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  @Test
  void writesNumbersInFullAndWhatIsNoneEmpty() {
    List<Object> row =
        Arrays.asList(1.0 / 3, Double.NaN, Double.NEGATIVE_INFINITY, null, 12L, -0.0);
    CsvTable table = new CsvTable(List.of("a", "b", "c", "d", "e", "f"), List.of(row));
    assertThat(table.toCsv()).isEqualTo("a,b,c,d,e,f\n0.3333333333333333,,,,12,0.0\n");
  }

  @Test
  void hostileTextReadsBackAsItWas() throws IOException {
    List<Object> hostile =
        List.of("a,b", "say \"no\"", "two\nlines", "\rcr", " =cmd() ", "'; DROP--", "ünï 🎈", "#x");
    List<String> header = List.of("h,1", "h\"2", "h\n3", "4", "5", "6", "7", "8");
    String text = new CsvTable(header, List.of(hostile)).toCsv();
    List<CSVRecord> records = CSVParser.parse(text, CSVFormat.DEFAULT).getRecords();
    assertThat(records.get(0).toList()).isEqualTo(header);
    assertThat(records.get(1).toList()).isEqualTo(hostile);
    assertThat(records).hasSize(2);
  }

  @Test
  void refusesARowThatDoesNotFitTheHeader() {
    assertThatThrownBy(() -> new CsvTable(List.of("a", "b"), List.of(List.of(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row of 1 values under a header of 2");
  }
}
