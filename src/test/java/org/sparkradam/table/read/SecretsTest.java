package org.sparkradam.table.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void optionsThatSoundLikeSecrets() {
    List<String> command =
        List.of("--option", "fs.s3a.SECRET.key=abcd1234", "--output-option=authToken=xyz", "--x");
    assertThat(Secrets.of(command).shown(command))
        .containsExactly(
            "--option", "fs.s3a.SECRET.key=*****", "--output-option=authToken=*****", "--x");
    assertThat(new SourceOptions(Map.of("Password", "p", "user", "me")).shown())
        .containsExactlyInAnyOrderEntriesOf(Map.of("Password", "*****", "user", "me"));
  }

  @Test
  void urls() {
    String url = "jdbc:h2:db;USER=me;PASSWORD=open sesame;MODE=x";
    List<String> command =
        List.of(
            "--data", "s3a://me:pass-word@bucket/t?sig_token=abcdef&b=1", "--option=url=" + url);
    Secrets secrets = Secrets.of(command);
    assertThat(secrets.shown(command))
        .containsExactly(
            "--data",
            "s3a://*****@bucket/t?sig_token=*****&b=1",
            "--option=url=jdbc:h2:db;USER=me;PASSWORD=*****;MODE=x");
    assertThat(secrets.hide("wrong password open sesame of me:pass-word"))
        .isEqualTo("wrong password ***** of *****");
    assertThat(TableLocation.at(List.of("s3a://me:pw@bucket/t")).title())
        .isEqualTo("s3a://*****@bucket/t");
  }

  /** Statements of SQL are shown as they are. */
  @Test
  void whatIsNone() {
    List<String> command = List.of("--where", "key=5 AND token='a'", "--exclude", "key");
    assertThat(Secrets.of(command).shown(command)).isEqualTo(command);
  }
}
