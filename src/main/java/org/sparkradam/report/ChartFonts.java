package org.sparkradam.report;

import java.awt.Color;
import java.awt.Font;

/** Type sizes of a plot, chosen so that it is still legible shrunk to the width of a phone. */
final class ChartFonts {
  static final Color INK = new Color(0x222222);
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);
  static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
  static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

  private ChartFonts() {}
}
