package dev.sealconf.cli.command;

import dev.sealconf.error.FailureType;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.StandardStreams;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;

/** The value for {@code set}: from the command line, a file, a pipe or a prompt. */
final class NewValue {
  private final Session session;
  private final Overrides given;

  NewValue(Session session, Overrides given) {
    this.session = session;
    this.given = given;
  }

  /**
   * Returns the value as JSON. A value typed at the prompt is always a string.
   *
   * @throws SealconfException if it can't be read or there is no answer
   */
  String json() {
    List<String> words = given.words();
    if (given.on("value-stdin")) {
      return utf8(new StandardStreams(session.world()).read());
    }
    if (given.on("value-file")) {
      return utf8(content(words.get(2)));
    }
    return words.size() > 2 ? words.get(2) : typed();
  }

  /**
   * Returns the bytes of a file. If it does not exist, the name may be the value itself, so the
   * message doesn't repeat it.
   */
  private byte[] content(String name) {
    try {
      return session.files().read(session.world().resolve(name));
    } catch (InvalidPathException e) {
      throw noValueFile(UsageFailure.InvalidValue::new).from(e);
    } catch (FileFailure.Missing e) {
      throw noValueFile(what -> new FileFailure.Missing(what, "")).from(e);
    }
  }

  private static SealconfException noValueFile(FailureType type) {
    return type.of("VALUE names a file that does not exist")
        .hint("with --value-file, the third argument is the name of a file, not the value");
  }

  /** Asks twice, because hidden input is easy to mistype. */
  private String typed() {
    char[] secret = ask("Value (not shown): ");
    char[] again = {};
    try {
      again = ask("Type it again: ");
      if (!Arrays.equals(secret, again)) {
        throw new UsageFailure.InvalidValue("the two values differ; nothing changed");
      }
      return quoted(secret);
    } finally {
      Arrays.fill(secret, '\0');
      Arrays.fill(again, '\0');
    }
  }

  private char[] ask(String prompt) {
    return session
        .world()
        .ask()
        .askSecret(prompt)
        .filter(typed -> typed.length > 0)
        .orElseThrow(
            () ->
                new UsageFailure.InvalidValue("no value was typed")
                    .hint("to set an empty string, give it as the value: '\"\"'")
                    .hint("for a value of several lines, use --value-file or --value-stdin"));
  }

  private static String quoted(char[] text) {
    StringBuilder json = new StringBuilder(text.length + 2).append('"');
    for (char c : text) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UsageFailure.InvalidValue("the value is not UTF-8 text").from(e);
    }
  }
}
