package org.sparkradam;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Stream;

/** Who may import and call whom. */
@AnalyzeClasses(packages = "org.sparkradam", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {
  private static final String[] ROOMS = {
    "optim", "block", "loss", "train", "mllib", "ml", "table", "report", "fit", "study", "jobs"
  };

  @ArchTest static final ArchRule OPTIM = mayImport("optim");
  @ArchTest static final ArchRule BLOCK = mayImport("block");
  @ArchTest static final ArchRule REPORT = mayImport("report");
  @ArchTest static final ArchRule TABLE = mayImport("table");
  @ArchTest static final ArchRule LOSS = mayImport("loss", "block");
  @ArchTest static final ArchRule TRAIN = mayImport("train", "loss", "block", "optim");
  @ArchTest static final ArchRule MLLIB = mayImport("mllib", "train", "loss", "block", "optim");
  @ArchTest static final ArchRule ML = mayImport("ml", "train", "loss", "block", "optim");

  @ArchTest
  static final ArchRule FIT =
      mayImport("fit", "ml", "mllib", "train", "loss", "block", "optim", "table", "report");

  @ArchTest
  static final ArchRule STUDY =
      mayImport(
          "study", "fit", "ml", "mllib", "train", "loss", "block", "optim", "table", "report");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.sparkradam.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule OPTIM_IS_PURE_JAVA =
      noClasses()
          .that()
          .resideInAPackage(room("optim"))
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("java..", room("optim"), "com.google.errorprone..");

  /** Error Prone's DefaultLocale (pom.xml) keeps all other texts alike in every locale. */
  @ArchTest
  static final ArchRule PRINTED_ALIKE_IN_EVERY_LOCALE =
      noClasses()
          .should()
          .callMethod(PrintStream.class, "printf", String.class, Object[].class)
          .orShould()
          .callMethod(PrintStream.class, "format", String.class, Object[].class);

  private static ArchRule mayImport(String... allowed) {
    String[] forbidden =
        Stream.of(ROOMS)
            .filter(room -> !Arrays.asList(allowed).contains(room))
            .map(LayoutTest::room)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(room(allowed[0]))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(true);
  }

  private static String room(String name) {
    return "org.sparkradam." + name + "..";
  }
}
