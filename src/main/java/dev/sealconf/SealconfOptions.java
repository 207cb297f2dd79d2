package dev.sealconf;

import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.Ask;
import dev.sealconf.io.Entropy;
import dev.sealconf.io.SystemText;
import dev.sealconf.io.Tell;
import dev.sealconf.io.World;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How the library finds keys and settings. Immutable: each method returns changed options. Without
 * options, the library uses the environment of the process, the files in the user's folders and
 * {@code .sops.yaml}, as the command does.
 */
public final class SealconfOptions {
  /** Uses what the command would use, and drops warnings. */
  public static final SealconfOptions DEFAULT =
      new SealconfOptions(
          null,
          Map.of(),
          Overrides.NONE,
          null,
          warning -> {},
          new Passphrases(null),
          Duration.ofSeconds(1));

  /** What a {@code long} of nanoseconds can count. */
  private static final Duration LONGEST_INTERVAL = Duration.ofNanos(Long.MAX_VALUE);

  /** Replaces the environment of the process; null for the process's own. */
  private final Map<String, String> environment;

  private final Map<String, String> variables;
  private final Overrides overrides;
  private final Path folder;
  private final Consumer<String> warnings;
  private final Ask ask;
  private final Duration interval;

  private SealconfOptions(
      Map<String, String> environment,
      Map<String, String> variables,
      Overrides overrides,
      Path folder,
      Consumer<String> warnings,
      Ask ask,
      Duration interval) {
    this.environment = environment;
    this.variables = variables;
    this.overrides = overrides;
    this.folder = folder;
    this.warnings = warnings;
    this.ask = ask;
    this.interval = interval;
  }

  /**
   * Uses these environment variables instead of those of the process. Without {@code HOME}, the
   * library finds no keys in the user's folders.
   */
  public SealconfOptions environment(Map<String, String> replacement) {
    return new SealconfOptions(
        Map.copyOf(replacement), variables, overrides, folder, warnings, ask, interval);
  }

  /** Sets an environment variable for the library alone, such as {@code AWS_PROFILE}. */
  public SealconfOptions variable(String name, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(name, Objects.requireNonNull(value));
    return new SealconfOptions(
        environment, Map.copyOf(more), overrides, folder, warnings, ask, interval);
  }

  /** Uses the age identities in this file, as {@code SOPS_AGE_KEY_FILE} does. */
  public SealconfOptions ageKeyFile(Path file) {
    return variable("SOPS_AGE_KEY_FILE", FileName.of(file));
  }

  /** Uses this age identity, {@code AGE-SECRET-KEY-1…}, as {@code SOPS_AGE_KEY} does. */
  public SealconfOptions ageKey(String identity) {
    return variable("SOPS_AGE_KEY", identity);
  }

  /** Uses this file instead of a {@code .sops.yaml} that is found. */
  public SealconfOptions config(Path file) {
    return with("config", FileName.of(file));
  }

  /**
   * Opens a file even if its MAC or its seal doesn't match. Then values may have been added,
   * removed or swapped.
   */
  public SealconfOptions ignoreMac() {
    return with("ignore-mac", "true");
  }

  /** Reads files as this type, such as {@code yaml}, whatever their names are. */
  public SealconfOptions type(String name) {
    return with("input-type", name).with("output-type", name);
  }

  /** Resolves relative paths, also those of options, against this folder. */
  public SealconfOptions folder(Path absolute) {
    return new SealconfOptions(
        environment, variables, overrides, absolute.toAbsolutePath(), warnings, ask, interval);
  }

  /**
   * Passes each warning to this receiver, as one line without a value. Several threads may call it.
   */
  public SealconfOptions warnings(Consumer<String> receiver) {
    return new SealconfOptions(
        environment, variables, overrides, folder, Objects.requireNonNull(receiver), ask, interval);
  }

  /**
   * Gets passphrases of keys from this program, where the command would ask a person. Without it, a
   * key that needs one can't be used. Several threads may call it.
   *
   * @param source receives the question, which names the key, and returns the passphrase, or null
   *     if it has none; the library wipes the array
   */
  public SealconfOptions passphrases(Function<String, char[]> source) {
    return new SealconfOptions(
        environment,
        variables,
        overrides,
        folder,
        warnings,
        new Passphrases(Objects.requireNonNull(source)),
        interval);
  }

  /**
   * Looks for changes of watched files this often, instead of every second.
   *
   * @throws dev.sealconf.error.UsageFailure if the time isn't positive, or longer than 292 years
   */
  public SealconfOptions interval(Duration time) {
    String fault =
        time.isZero() || time.isNegative()
            ? "isn't longer than zero"
            : time.compareTo(LONGEST_INTERVAL) > 0 ? "is longer than 292 years" : "";
    if (!fault.isEmpty()) {
      throw new UsageFailure.Mistake("the interval " + time + " " + fault)
          .hint("use a time such as Duration.ofSeconds(5)");
    }
    return new SealconfOptions(environment, variables, overrides, folder, warnings, ask, time);
  }

  /** Adds a template, such as {@code .env.example}, whose keys {@code validate} requires. */
  public SealconfOptions template(Path file) {
    return with(overrides.and("template", FileName.of(file)));
  }

  private SealconfOptions with(String option, String value) {
    return with(overrides.with(option, value));
  }

  private SealconfOptions with(Overrides changed) {
    return new SealconfOptions(environment, variables, changed, folder, warnings, ask, interval);
  }

  Duration interval() {
    return interval;
  }

  Overrides overrides() {
    return overrides;
  }

  Overrides overrides(List<String> words) {
    return new Overrides(overrides.options(), words);
  }

  /**
   * Runs an action, and makes its failures those of the library.
   *
   * @param name the file for failures that name no place
   */
  <T> T run(String name, Function<Session, T> action) {
    try (Session session = session()) {
      return action.apply(session);
    } catch (SealconfException e) {
      throw JavaHints.of(e).at(Location.of(name));
    }
  }

  /** Returns a new run. */
  private Session session() {
    Map<String, String> all = new HashMap<>(environment == null ? System.getenv() : environment);
    all.putAll(variables);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Session(
        new World(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            nowhere,
            Map.copyOf(all),
            folder == null ? SystemText.workingDirectory() : folder,
            Clock.systemUTC(),
            Entropy.system(),
            ask,
            new Warnings(warnings)));
  }

  /** The source is null if the program has no passphrases. */
  private record Passphrases(Function<String, char[]> source) implements Ask {
    @Override
    public boolean interactive() {
      return source != null;
    }

    @Override
    public boolean allowsPrompts() {
      return false;
    }

    @Override
    public String howToSupply() {
      return "let the program supply the passphrase: SealconfOptions.passphrases(source)";
    }

    @Override
    public Optional<char[]> askSecret(String prompt) {
      return source == null ? Optional.empty() : Optional.ofNullable(source.apply(prompt));
    }

    @Override
    public Optional<String> askLine(String prompt) {
      return Optional.empty();
    }

    @Override
    public boolean confirm(String question) {
      return false;
    }
  }

  private record Warnings(Consumer<String> receiver) implements Tell {
    @Override
    public void warn(String message) {
      receiver.accept(message);
    }

    @Override
    public void say(String line) {}

    @Override
    public boolean watched() {
      return false;
    }
  }
}
