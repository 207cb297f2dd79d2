package dev.sealconf.io.process;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Exchanges messages with another program over its standard input and output. Doesn't use a shell.
 * A bare name is looked up only in the absolute folders of {@code PATH}. The child gets the run's
 * environment, and the system's temporary folder as its working directory. For use by one thread.
 */
public final class Conversation implements AutoCloseable {
  private static final int LONGEST_LINE = 64 << 10;
  private static final int MOST_LINES = 100_000;
  private static final long SECONDS_TO_END = 2;

  private final Process process;
  private final String name;
  private final InputStream from;
  private final OutputStream to;
  private final Duration patience;
  private int lines;

  private Conversation(Process process, String name, Duration patience) {
    this.process = process;
    this.name = name;
    this.patience = patience;
    this.from = new BufferedInputStream(process.getInputStream());
    this.to = process.getOutputStream();
  }

  /**
   * Starts the program.
   *
   * @param command the program and its arguments
   * @param showsErrors whether to pass on its standard error or discard it
   * @param patience how long to wait for the program whenever it is expected to act
   * @throws SealconfException if it can't be found or started
   */
  public static Conversation start(
      List<String> command, boolean showsErrors, Duration patience, World world) {
    String name = Printable.quote(command.get(0));
    List<String> resolved = new ArrayList<>(command);
    resolved.set(0, Subprocess.locate(command.get(0), world).toString());
    ProcessBuilder builder = new ProcessBuilder(resolved);
    builder.directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
    builder.redirectError(
        showsErrors ? ChildEnvironment.errors(world) : ProcessBuilder.Redirect.DISCARD);
    ChildEnvironment.give(builder, world, Map.of());
    try {
      return new Conversation(builder.start(), name, patience);
    } catch (IOException e) {
      throw failure("can't start " + name).from(e);
    }
  }

  /**
   * Sends bytes. If the program has exited, {@link #line} reports that.
   *
   * @throws SealconfException if the program takes too long to read them
   */
  public void say(byte[] bytes) {
    try (Alarm alarm = Alarm.after(patience, process)) {
      try {
        to.write(bytes);
        to.flush();
      } catch (IOException e) {
        // It no longer reads, but what it wrote before may still be unread.
        requireInTime(alarm);
      }
    }
  }

  /**
   * Returns the next line without its line feed, one character for each byte, or empty at the end
   * of the output.
   *
   * @throws SealconfException if the program takes too long or prints too much
   */
  public Optional<String> line() {
    try (Alarm alarm = Alarm.after(patience, process)) {
      Optional<String> line = read();
      requireInTime(alarm);
      return line;
    }
  }

  private Optional<String> read() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int c = next();
    while (c >= 0 && c != '\n' && line.size() <= LONGEST_LINE) {
      line.write(c);
      c = next();
    }
    if (line.size() > LONGEST_LINE || ++lines > MOST_LINES) {
      throw failure(name + " sent too much output");
    }
    return c < 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.ISO_8859_1));
  }

  private int next() {
    try {
      return from.read();
    } catch (IOException e) {
      return -1;
    }
  }

  /** Ends the conversation. The program has two seconds to exit by itself. */
  @Override
  public void close() {
    try {
      to.close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        Alarm.end(process);
      }
    } catch (IOException e) {
      Alarm.end(process);
    } catch (InterruptedException e) {
      Alarm.end(process);
      Thread.currentThread().interrupt();
    }
  }

  private static SealconfException failure(String message) {
    return new MachineFailure(message);
  }

  private void requireInTime(Alarm alarm) {
    if (alarm.hasExpired()) {
      throw failure(name + " did not respond for " + patience.toSeconds() + " seconds");
    }
  }
}
