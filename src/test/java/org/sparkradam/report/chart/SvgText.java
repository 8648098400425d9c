package org.sparkradam.report.chart;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads what is written in a picture. */
final class SvgText {
  private SvgText() {}

  static Element parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  /** The contents of all elements of a name. */
  static List<String> of(Element svg, String name) {
    NodeList elements = svg.getElementsByTagName(name);
    return IntStream.range(0, elements.getLength())
        .mapToObj(i -> elements.item(i).getTextContent())
        .toList();
  }

  static List<String> ids(String svg) {
    return Pattern.compile(" id='([^']*)'")
        .matcher(svg)
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
