package org.sparkradam.report;

import java.util.List;
import java.util.Map;
import org.sparkradam.report.chart.Drawing;

/**
 * What is told of a result, said without how it is written: {@link ReportFiles} makes the files,
 * the page and run.json of it.
 */
public interface Report {
  /**
   * The page's title.
   *
   * @param table what a reader calls the table
   */
  String title(String table);

  /** What was asked, and what was done to answer it. */
  String question();

  /** What came out, a sentence each, the most important first. */
  List<String> answers();

  /**
   * Tables and figures in the order they are read.
   *
   * @param figures that drawings become on the page
   */
  List<Part> parts(Figures figures);

  /** Each CSV file by its name without ending; columns are a contract. */
  Map<String, CsvTable> tables();

  /** Each picture by its name without ending, in the order in which series get their styles. */
  Map<String, Drawing> pictures();

  /** Height of a drawing on the page, where it is {@link Figures#WIDTH} wide. */
  int height();

  /** Height of a picture's file, which is twice as wide. */
  default int pictureHeight() {
    return 2 * height();
  }

  /** What run.json holds besides the settings. */
  default Map<String, Object> facts() {
    return Map.of();
  }

  /** The lines that the console ends with. */
  List<String> console();
}
