package dev.sealconf.io.terminal;

import dev.sealconf.io.Ask;
import java.io.Console;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The controlling terminal, {@code /dev/tty}. It works even if standard input and output are
 * redirected, and never uses standard output. On a system without one (Windows), it uses the JVM's
 * console, which requires both to be a terminal.
 */
public final class SystemTerminal implements Ask {
  private static final String TTY = "/dev/tty";
  private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");
  private static final int LONGEST_LINE = 64 << 10;

  private final String path;

  /**
   * Uses the terminal of this process.
   *
   * @param path the folders to search for {@code stty}, as in {@code PATH}; null for none
   */
  public SystemTerminal(String path) {
    this.path = path == null ? "" : path;
  }

  @Override
  public boolean interactive() {
    return canOpenTty() || System.console() != null;
  }

  /**
   * Returns whether standard error goes to a terminal, so that progress reports are useful. On
   * Linux, checks descriptor 2. On other systems Java can't tell, so it checks for a console.
   */
  public boolean showsProgress() {
    try {
      String target = Files.readSymbolicLink(ERROR_STREAM).toString();
      return target.startsWith("/dev/pts/") || target.startsWith(TTY);
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null;
    }
  }

  /** Asks nothing if echo can't be turned off: no answer is better than a visible secret. */
  @Override
  public synchronized Optional<char[]> askSecret(String prompt) {
    if (!canOpenTty()) {
      Console console = System.console();
      return console == null
          ? Optional.empty()
          : Optional.ofNullable(console.readPassword("%s", prompt));
    }
    Optional<SilentTty> silence = SilentTty.begin(path);
    if (silence.isEmpty()) {
      return Optional.empty();
    }
    try {
      show(TypedSecret.MARK_PASTES + prompt);
      return typed(silence.get());
    } finally {
      silence.get().end();
      show("\n");
    }
  }

  /**
   * Reads typed or pasted text. Keys that follow Enter immediately belong to a paste that the
   * terminal didn't mark. In that case, returns nothing, and leaves nothing for the shell to run.
   */
  private static Optional<char[]> typed(SilentTty silence) {
    try (FileInputStream in = new FileInputStream(TTY)) {
      Optional<char[]> secret = new TypedSecret(in).read();
      if (silence.waitNoLonger() && in.read() >= 0) {
        byte[] rest = new byte[256];
        while (in.read(rest) > 0) {
          Arrays.fill(rest, (byte) 0);
        }
        secret.ifPresent(text -> Arrays.fill(text, '\0'));
        show("\nseveral lines came at once; none was used");
        return Optional.empty();
      }
      return secret;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized Optional<String> askLine(String prompt) {
    if (canOpenTty()) {
      return ask(prompt).map(String::new);
    }
    Console console = System.console();
    return console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s", prompt));
  }

  @Override
  public synchronized boolean confirm(String question) {
    Optional<char[]> answer = canOpenTty() ? ask(question + " [y/N] ") : Optional.empty();
    String word = answer.map(String::new).orElse("").strip().toLowerCase(Locale.ROOT);
    return word.equals("y") || word.equals("yes");
  }

  private static Optional<char[]> ask(String prompt) {
    show(prompt);
    char[] line = new char[256];
    int length = 0;
    try (Reader in = new InputStreamReader(new FileInputStream(TTY), StandardCharsets.UTF_8)) {
      int c = in.read();
      while (c >= 0 && c != '\n' && length < LONGEST_LINE) {
        if (length == line.length) {
          line = grown(line);
        }
        line[length++] = (char) c;
        c = in.read();
      }
      return c < 0 && length == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(line, length));
    } catch (IOException e) {
      return Optional.empty();
    } finally {
      Arrays.fill(line, '\0');
    }
  }

  private static char[] grown(char[] line) {
    char[] longer = Arrays.copyOf(line, line.length * 2);
    Arrays.fill(line, '\0');
    return longer;
  }

  static void show(String text) {
    try (FileOutputStream out = new FileOutputStream(TTY)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // a terminal that has gone away gives no answer either
    }
  }

  private static boolean canOpenTty() {
    try (FileInputStream tty = new FileInputStream(TTY)) {
      return tty.getFD().valid();
    } catch (IOException e) {
      return false;
    }
  }
}
