package org.sparkradam.jobs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sparkradam.table.BadInputException;

/** What {@code --master} may be; Spark itself would refuse it late and with a stack trace. */
final class MasterUrl {
  private static final Pattern VALID =
      Pattern.compile(
          "local(\\[([1-9][0-9]*|\\*)(, *[1-9][0-9]*)?])?"
              + "|local-cluster\\[[0-9]+, *[0-9]+, *[0-9]+]"
              + "|spark://[^/:,]+:[0-9]{1,5}(,[^/:,]+:[0-9]{1,5})*"
              + "|yarn"
              + "|k8s://.+");
  private static final String STANDALONE = "spark://";
  private static final int PATIENCE_MILLIS = 5000;

  private MasterUrl() {}

  /**
   * Returns the URL.
   *
   * @throws BadInputException if Spark would not know what to do with it, or if it names standalone
   *     masters and none can be reached
   */
  static String check(String url) {
    if (!VALID.matcher(url).matches()) {
      throw new BadInputException(
          "--master %s: must be local, local[N], local[*], spark://HOST:PORT, yarn or k8s://URL"
              .formatted(url));
    }
    if (url.startsWith(STANDALONE)
        && Stream.of(url.substring(STANDALONE.length()).split(",", -1))
            .noneMatch(MasterUrl::answers)) {
      throw new BadInputException(
          "--master %s: nobody answers there; start the cluster or mend the address"
              .formatted(url));
    }
    return url;
  }

  private static boolean answers(String address) {
    int colon = address.lastIndexOf(':');
    try (Socket socket = new Socket()) {
      int port = Integer.parseInt(address.substring(colon + 1));
      socket.connect(new InetSocketAddress(address.substring(0, colon), port), PATIENCE_MILLIS);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
