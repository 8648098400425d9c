package org.sparkradam.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparkradam.report.SampleReport;

class PaletteTest {
  @Test
  void theSameNameLooksTheSameInAllPlots() {
    List<Plot> panels = SampleReport.panels();
    Palette palette = Palette.of(panels);
    assertThat(palette.names()).isEqualTo(SampleReport.SOLVERS);
    assertThat(palette.style("adam")).isEqualTo(LineStyle.at(1));
  }

  @Test
  void neighboursDifferEvenWithoutColour() {
    for (int i = 0; i < 20; i++) {
      assertThat(LineStyle.at(i).stroke()).isNotEqualTo(LineStyle.at(i + 1).stroke());
      assertThat(LineStyle.at(i).marker()).isNotEqualTo(LineStyle.at(i + 1).marker());
    }
  }

  @Test
  void twoHundredSeriesAllLookDifferent() {
    assertThat(IntStream.range(0, 210).mapToObj(LineStyle::at).distinct()).hasSize(210);
  }
}
