package org.sparkradam.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.report.text.ReadableNumber;

class ColumnsTest {
  private record City(String name, Double area, int people) {}

  private static final List<City> CITIES =
      List.of(new City("Ulm", 118.684123, 128_928), new City("Atlantis", null, 0));

  private static final Columns<City> COLUMNS =
      Columns.of(
          Column.of(City::name).csv("name").page("city").consoleWords("city", 6),
          Column.of(City::area).csv("area_km2").page("area").console("area", 8),
          Column.of(City::people).csv("people"),
          Column.of(City::people)
              .page(
                  "note",
                  city -> Cell.text(city.people() == 0 ? "empty" : "").marked(Cell.Mark.BEST))
              .consoleEnd("people", city -> city.people() == 0 ? "none" : "some"));

  @Test
  void filesHaveEveryDigitAndNothingWhereThereIsNoValue() {
    assertThat(COLUMNS.csv(CITIES).toCsv())
        .isEqualTo("name,area_km2,people\nUlm,118.684123,128928\nAtlantis,,0\n");
  }

  @Test
  void pagesAreReadableAndHaveCellsOfTheirOwn() {
    HtmlTable table = COLUMNS.html("Cities", "How to read them.", CITIES);
    assertThat(table.heading()).isEqualTo("Cities");
    assertThat(table.caption()).isEqualTo("How to read them.");
    assertThat(table.header()).containsExactly("city", "area", "note");
    assertThat(table.rows())
        .containsExactly(
            List.of(
                Cell.text("Ulm"), Cell.number(118.684123), Cell.text("").marked(Cell.Mark.BEST)),
            List.of(
                Cell.text("Atlantis"), Cell.absent(), Cell.text("empty").marked(Cell.Mark.BEST)));
  }

  @Test
  void theConsoleAlignsWordsToTheLeftAsWideAsTheLongestAndNumbersToTheRight() {
    assertThat(COLUMNS.console(CITIES))
        .containsExactly(
            "city         area  people",
            "Ulm      " + "%8s".formatted(ReadableNumber.significant(118.684123)) + "  some",
            "Atlantis " + "%8s".formatted(ReadableNumber.ABSENT) + "  none");
  }
}
