package org.sparkradam.study.convention;

import java.util.ArrayList;
import java.util.List;

/** The end of the study in the console: a line a setting. */
public final class ConventionConsole {
  private ConventionConsole() {}

  public static String of(ConventionResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("what each setting does to the test loss:");
    result
        .ablations()
        .forEach(ablation -> lines.add(ablation.title() + ": " + result.verdict(ablation)));
    lines.add(ConventionWords.count(result));
    lines.add(ConventionWords.greatest(result));
    return String.join(System.lineSeparator(), lines);
  }
}
