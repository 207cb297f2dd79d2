package dev.sealconf.keys.service;

import dev.sealconf.io.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Asks the person who runs the server to allow each request, one at a time. It asks at the terminal
 * or, if there is none, with a line on standard error, and reads the answer from standard input.
 */
public final class Doorkeeper {
  private static final int LONGEST_ANSWER = 64;

  private final World world;

  /** Asks through this world. */
  public Doorkeeper(World world) {
    this.world = world;
  }

  /** Returns whether the person allows a request. Doesn't ask if the client has stopped waiting. */
  synchronized boolean lets(Procedure procedure, String key, Transport.Wanted wanted) {
    if (!wanted.still()) {
      return false;
    }
    String question = "Allow a request to " + procedure.verb() + " with " + key + "?";
    boolean yes = world.ask().interactive() ? world.ask().confirm(question) : answered(question);
    return yes && wanted.still();
  }

  private boolean answered(String question) {
    world.tell().say(question + " [y/N]");
    String answer = line().strip().toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }

  /** Reads a line of standard input, or empty at its end. */
  private String line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int c = world.in().read(); c >= 0 && c != '\n'; c = world.in().read()) {
        if (line.size() < LONGEST_ANSWER) {
          line.write(c);
        }
      }
    } catch (IOException e) {
      return "";
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
