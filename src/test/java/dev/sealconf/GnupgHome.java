package dev.sealconf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A {@code GNUPGHOME} of its own with keys of {@code testdata/keys}, and with an agent that ends
 * with it. It lies in {@code /tmp}, because the path of an agent's socket must be short.
 */
public final class GnupgHome implements AutoCloseable {
  private static final int ATTEMPTS = 20;
  private static final Path KEYS = Path.of("testdata/keys").toAbsolutePath();
  private static final Map<String, GnupgHome> SHARED = new ConcurrentHashMap<>();

  private final Path gpg = Peers.GPG.path();
  private final Path folder;

  private GnupgHome() {
    try {
      folder =
          Files.createTempDirectory(
              Path.of("/tmp"),
              "gpg",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A home that nothing was imported into. */
  public static GnupgHome empty() {
    return new GnupgHome();
  }

  /** A home with these keys. */
  public static GnupgHome with(String... keys) {
    GnupgHome home = new GnupgHome();
    home.add(keys);
    return home;
  }

  /** A home with these keys that is there until the tests end, and is not to be changed. */
  public static GnupgHome shared(String... keys) {
    return SHARED.computeIfAbsent(
        String.join(" ", keys),
        k -> {
          GnupgHome home = with(keys);
          Runtime.getRuntime().addShutdownHook(new Thread(home::close));
          return home;
        });
  }

  /** Imports files of {@code testdata/keys}, or by absolute path. */
  public void add(String... keys) {
    List<String> arguments = new ArrayList<>(List.of("--batch", "--quiet", "--import"));
    for (String key : keys) {
      arguments.add(KEYS.resolve(key).toString());
    }
    run(gpg.toString(), new byte[0], arguments);
  }

  public Path folder() {
    return folder;
  }

  /** The value of {@code GNUPGHOME}. */
  public String path() {
    return folder.toString();
  }

  /** What gpg prints, given these bytes. */
  public byte[] gpg(byte[] input, String... arguments) {
    return run(gpg.toString(), input, List.of(arguments));
  }

  private byte[] run(String program, byte[] input, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program, "--homedir", path()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      process.getOutputStream().write(input);
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream()) {
        byte[] printed = out.readAllBytes();
        if (process.waitFor() != 0) {
          throw new AssertionError(command + " failed");
        }
        return printed;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends the agent and removes the home. */
  @Override
  public void close() {
    run("gpgconf", new byte[0], List.of("--kill", "gpg-agent"));
    boolean gone = false;
    for (int attempt = 0; attempt < ATTEMPTS && !gone; attempt++) {
      gone = removed();
    }
  }

  /** Whether all is gone: the agent removes its sockets while it ends, which disturbs a walk. */
  private boolean removed() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }
}
