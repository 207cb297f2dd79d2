package dev.sealconf.io;

import dev.sealconf.io.terminal.PrintedTell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A machine of its own for one test: a folder, an environment that holds nothing but {@code HOME},
 * a clock that stands still at 2026-01-02T03:04:05Z, seeded randomness and a terminal with no one
 * before it. The {@code with…} methods change it before {@link #world} is handed on.
 */
public final class TestWorld {
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ScriptedTerminal terminal = new ScriptedTerminal();
  private byte[] input = {};
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private long seed = 1;

  private TestWorld(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
    environment.put("HOME", this.directory.resolve("home").toString());
  }

  /** A world whose working directory is this one, and whose home is its sub-folder {@code home}. */
  public static TestWorld in(Path directory) {
    return new TestWorld(directory);
  }

  public TestWorld with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public TestWorld without(String variable) {
    environment.remove(variable);
    return this;
  }

  /** What stands on standard input. */
  public TestWorld withInput(byte[] bytes) {
    input = bytes.clone();
    return this;
  }

  public TestWorld withInput(String text) {
    return withInput(text.getBytes(StandardCharsets.UTF_8));
  }

  public TestWorld at(Instant instant) {
    now = instant;
    return this;
  }

  /** Other random bytes than those of the default seed. */
  public TestWorld seeded(long value) {
    seed = value;
    return this;
  }

  /** Puts someone before the terminal who answers prompts with these lines, then with nothing. */
  public TestWorld withSecrets(String... lines) {
    terminal.interactive = true;
    terminal.secrets.addAll(List.of(lines));
    return this;
  }

  /** Shows standard error on the terminal. */
  public TestWorld watched() {
    terminal.watched = true;
    return this;
  }

  /** Puts someone before the terminal who answers every question so. */
  public TestWorld withConsent(boolean yes) {
    terminal.interactive = true;
    terminal.consent = yes;
    return this;
  }

  /**
   * The world itself; make it once for a test, since input and randomness begin again with each.
   */
  public World world() {
    Random random = new Random(seed);
    Entropy entropy =
        count -> {
          byte[] bytes = new byte[count];
          synchronized (random) {
            random.nextBytes(bytes);
          }
          return bytes;
        };
    PrintStream shown = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new World(
        new ByteArrayInputStream(input),
        out,
        shown,
        Map.copyOf(environment),
        directory,
        Clock.fixed(now, ZoneOffset.UTC),
        entropy,
        terminal,
        new PrintedTell(shown, "warning: ", terminal.watched));
  }

  /** What was written to standard output so far. */
  public byte[] outBytes() {
    return out.toByteArray();
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What was written to standard error so far. */
  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Every prompt and question that was shown so far. */
  public List<String> prompts() {
    return List.copyOf(terminal.prompts);
  }

  private static final class ScriptedTerminal implements Ask {
    private final Deque<String> secrets = new ArrayDeque<>();
    private final List<String> prompts = new ArrayList<>();
    private boolean interactive;
    private boolean watched;
    private boolean consent;

    @Override
    public boolean interactive() {
      return interactive;
    }

    @Override
    public synchronized Optional<char[]> askSecret(String prompt) {
      prompts.add(prompt);
      return Optional.ofNullable(secrets.poll()).map(String::toCharArray);
    }

    @Override
    public synchronized Optional<String> askLine(String prompt) {
      prompts.add(prompt);
      return Optional.ofNullable(secrets.poll());
    }

    @Override
    public synchronized boolean confirm(String question) {
      prompts.add(question);
      return consent;
    }
  }
}
