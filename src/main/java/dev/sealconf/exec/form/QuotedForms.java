package dev.sealconf.exec.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A secret as programs quote it: inside a JSON string (RFC 8259 §7) or for a shell. */
final class QuotedForms {
  private static final String NAMED = "\b\t\n\f\r";
  private static final String NAMES = "btnfr";
  private static final int ESCAPE = 0x1B;
  private static final int DELETE = 0x7F;

  private QuotedForms() {}

  /** Returns the quoted texts without their quotation marks. Each character stands for one byte. */
  static List<String> of(byte[] secret) {
    List<String> forms = new ArrayList<>();
    String bytes = new String(secret, StandardCharsets.ISO_8859_1);
    forms.add(bytes.replace("'", "'\\''"));
    forms.add(bytes.replace("'", "'\"'\"'"));
    forms.add(bytes.replace("\\", "\\\\").replace("'", "\\'"));
    forms.add(bytes.replaceAll("([\\\\\"$`])", "\\\\$1"));
    forms.add(ansiC(secret, false));
    forms.add(ansiC(secret, true));
    forms.add(backslashes(bytes));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(secret)).toString();
      for (String special : List.of("", "/", "<>&\u2028\u2029")) {
        for (boolean ascii : new boolean[] {false, true}) {
          forms.add(asBytes(json(text, special, ascii, false)));
          forms.add(asBytes(json(text, special, ascii, true)));
        }
      }
    } catch (CharacterCodingException e) {
      return forms; // JSON holds only text.
    }
    return forms;
  }

  /**
   * Returns the inside of a JSON string.
   *
   * @param special the characters to escape besides quotes, backslashes and control characters
   * @param ascii whether to escape every non-ASCII character
   */
  private static String json(String text, String special, boolean ascii, boolean upperCase) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int named = NAMED.indexOf(c);
      if (c == '"' || c == '\\' || c == '/' && special.equals("/")) {
        json.append('\\').append(c);
      } else if (named >= 0) {
        json.append('\\').append(NAMES.charAt(named));
      } else if (c < ' ' || special.indexOf(c) >= 0 || ascii && c >= DELETE) {
        json.append(String.format(Locale.ROOT, upperCase ? "\\u%04X" : "\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.toString();
  }

  private static String asBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /**
   * Returns the inside of {@code $'…'} as Bash prints it; {@code octal} escapes bytes that are not
   * ASCII.
   */
  private static String ansiC(byte[] secret, boolean octal) {
    StringBuilder text = new StringBuilder();
    for (byte b : secret) {
      int c = b & 0xFF;
      int named = NAMED.indexOf(c);
      if (c == '\'' || c == '\\') {
        text.append('\\').append((char) c);
      } else if (named >= 0) {
        text.append('\\').append(NAMES.charAt(named));
      } else if (c == ESCAPE) {
        text.append("\\E");
      } else if (c < ' ' || c == DELETE || octal && c > DELETE) {
        text.append(String.format(Locale.ROOT, "\\%03o", c));
      } else {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  /** Puts a backslash in front of each character that is special to a shell, as {@code %q} does. */
  private static String backslashes(String bytes) {
    return bytes.replaceAll("([^A-Za-z0-9_./:=@%+,\\-\\x80-\\xFF\\n])", "\\\\$1");
  }
}
