package dev.sealconf.keys.providers.age.plugin;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.Bech32;
import dev.sealconf.keys.providers.age.Stanza;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A plugin that really encrypts: under a key that recipient and identity share. As a program it is
 * {@code age-plugin-fake}, by {@link #install}. It writes a line for each session into the file
 * that {@code FAKE_PLUGIN_LOG} names, and takes {@code FAKE_PLUGIN_PAUSE} milliseconds.
 */
public final class FakePlugin {
  static final String NAME = "fake";
  private static final byte[] NONCE = new byte[12];
  private static final String KEY = "key of the fake plugin 123456789";

  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.ISO_8859_1));
  private final List<Stanza> asked = new ArrayList<>();

  /** Puts the program into a folder, which has to be on the PATH. */
  public static void install(Path folder) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    String script =
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path"), FakePlugin.class.getName());
    Path program = Files.createDirectories(folder).resolve("age-plugin-" + NAME);
    Files.writeString(program, script);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  /** A recipient of the plugin; those of different ids have different keys. */
  public static String recipient(int id) {
    return Bech32.encode("age1" + NAME, new byte[] {(byte) id});
  }

  /** The identity of {@link #recipient}. */
  public static String identity(int id) {
    return Bech32.encode("age-plugin-" + NAME + "-", new byte[] {(byte) id})
        .toUpperCase(Locale.ROOT);
  }

  public static void main(String[] arguments) throws Exception {
    FakePlugin plugin = new FakePlugin();
    plugin.readUntilDone();
    plugin.log(String.join(" ", arguments));
    Thread.sleep(Integer.parseInt(System.getenv().getOrDefault("FAKE_PLUGIN_PAUSE", "0")));
    plugin.answer();
    plugin.send(List.of("done"), new byte[0]);
  }

  private void readUntilDone() throws AgeException {
    Stanza stanza;
    do {
      stanza = Stanza.read(line(), this::line);
      asked.add(stanza);
    } while (!stanza.type().equals("done"));
  }

  private void log(String arguments) throws IOException {
    String file = System.getenv("FAKE_PLUGIN_LOG");
    long files = distinct("recipient-stanza");
    long holders = distinct("add-identity") + distinct("add-recipient");
    if (file != null) {
      String line = arguments + " for " + holders + ", files " + files + "\n";
      Files.writeString(Path.of(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  private long distinct(String type) {
    return asked.stream()
        .filter(stanza -> stanza.type().equals(type))
        .map(stanza -> stanza.arguments().get(1))
        .distinct()
        .count();
  }

  private void answer() throws AgeException {
    List<Byte> holders = new ArrayList<>();
    int files = 0;
    for (Stanza stanza : asked) {
      List<String> words = stanza.arguments();
      if (stanza.type().startsWith("add-")) {
        holders.add(Bech32.decode(words.get(1)).orElseThrow().data()[0]);
      } else if (stanza.type().equals("wrap-file-key")) {
        byte[] body = Primitives.chacha20Poly1305Seal(key(holders.get(0)), NONCE, stanza.body());
        exchange(List.of("recipient-stanza", "" + files++, NAME, "x"), body);
      } else if (stanza.type().equals("recipient-stanza") && words.get(2).equals(NAME)) {
        unwrap(words.get(1), stanza.body(), holders);
      }
    }
  }

  private void unwrap(String file, byte[] body, List<Byte> holders) throws AgeException {
    for (byte holder : holders) {
      Optional<byte[]> fileKey = Primitives.chacha20Poly1305Open(key(holder), NONCE, body);
      if (fileKey.isPresent()) {
        exchange(List.of("file-key", file), fileKey.get());
        return;
      }
    }
  }

  private static byte[] key(byte id) {
    byte[] key = KEY.getBytes(StandardCharsets.US_ASCII);
    key[0] = id;
    return key;
  }

  private void exchange(List<String> arguments, byte[] body) throws AgeException {
    send(arguments, body);
    if (!Stanza.read(line(), this::line).type().equals("ok")) {
      throw new IllegalStateException("the client is not content");
    }
  }

  private void send(List<String> arguments, byte[] body) {
    StringBuilder text = new StringBuilder();
    new Stanza(arguments, body).write(text);
    System.out.print(text);
    System.out.flush();
  }

  private String line() {
    try {
      return in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
