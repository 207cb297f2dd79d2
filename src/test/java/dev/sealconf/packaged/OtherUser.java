package dev.sealconf.packaged;

import dev.sealconf.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A user without any rights, as whom root starts programs. */
final class OtherUser {
  /** The number of that user and of its group. */
  static final int ID = 65534;

  private OtherUser() {}

  /**
   * The words of a shell that start a program as that user. The calling test is skipped, or fails
   * with {@code SEALCONF_PEERS=require}, unless root runs it.
   */
  static String command() throws IOException {
    Path setpriv = Peers.SETPRIV.path();
    if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
      String text = "only root can run this test: it starts programs as another user";
      System.err.println("SKIPPED: " + text);
      if ("require".equals(System.getenv("SEALCONF_PEERS"))) {
        return Assertions.fail(text);
      }
      return Assumptions.abort(text);
    }
    return setpriv + " --reuid=" + ID + " --regid=" + ID + " --clear-groups ";
  }

  /** Gives a file or folder to that user. */
  static void owns(Path file) throws IOException {
    Files.setAttribute(file, "unix:uid", ID);
    Files.setAttribute(file, "unix:gid", ID);
  }
}
