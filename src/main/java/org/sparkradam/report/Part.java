package org.sparkradam.report;

/** What stands in the body of a page, under a heading of its own. */
public sealed interface Part permits Figure, HtmlTable {
  /** Says what is shown. */
  String heading();

  /** Says what to see in it, or how it was measured; may be empty. */
  String caption();
}
