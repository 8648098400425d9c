package org.sparkradam.jobs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.table.column.BadInputException;

class CommandLineLettersTest {
  @Test
  void lostLettersAreNamed() {
    for (String word : List.of("k\uFFFD\uFFFDndigung", "k??ndigung")) {
      assertThatExceptionOfType(BadInputException.class)
          .isThrownBy(() -> check(US_ASCII, word))
          .withMessageContainingAll(word, "US-ASCII", "LC_ALL=C.UTF-8");
    }
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> check(Charset.forName("EUC-JP"), "k\uFFFDndigung"));
  }

  @Test
  void lettersThatWereReadAreNot() {
    assertThatCode(
            () -> {
              check(US_ASCII, "part-?.csv");
              check(ISO_8859_1, "part-??.csv");
              check(ISO_8859_1, "kündigung");
              // A column that was called so by somebody whose JVM had lost the letter.
              check(UTF_8, "k\uFFFDndigung");
            })
        .doesNotThrowAnyException();
  }

  private static void check(Charset charset, String word) {
    CommandLineLetters.requireRead(List.of("--label", word), charset);
  }
}
