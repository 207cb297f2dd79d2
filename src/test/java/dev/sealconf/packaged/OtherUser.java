package dev.sealconf.packaged;

import dev.sealconf.Peers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      skip("root: it starts programs as another user");
    }
    String words = setpriv + " --reuid=" + ID + " --regid=" + ID + " --clear-groups ";
    String java = System.getProperty("java.home") + "/bin/java";
    if (!canStart(words, java)) {
      skip("a Java that all users can start, unlike " + java);
    }
    return words;
  }

  private static boolean canStart(String words, String java) throws IOException {
    List<String> command = new ArrayList<>(List.of(words.strip().split(" ")));
    command.addAll(List.of(java, "-version"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      return builder.start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void skip(String why) {
    String text = "this test needs " + why;
    System.err.println("SKIPPED: " + text);
    if ("require".equals(System.getenv("SEALCONF_PEERS"))) {
      Assertions.fail(text);
    }
    Assumptions.abort(text);
  }

  /** Gives a file or folder to that user. */
  static void owns(Path file) throws IOException {
    Files.setAttribute(file, "unix:uid", ID);
    Files.setAttribute(file, "unix:gid", ID);
  }
}
