package dev.sealconf.exec.notation;

import com.google.auto.service.AutoService;
import dev.sealconf.exec.variable.Variable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes a {@code .properties} file in ASCII. {@code java.util.Properties.load} reads it from a
 * stream or a reader.
 */
@AutoService(Notation.class)
public final class PropertiesNotation implements Notation {
  private static final String LETTERS = "\t\n\r\f";
  private static final String ESCAPES = "tnrf";
  private static final String SPECIAL = "\\:=#!";

  @Override
  public String name() {
    return "properties";
  }

  @Override
  public int rank() {
    return 100;
  }

  @Override
  public String reader() {
    return "Java's Properties";
  }

  @Override
  public byte[] write(List<Variable> variables, List<Path> files) {
    StringBuilder text = new StringBuilder();
    for (Variable variable : variables) {
      escape(variable.name(), true, text);
      text.append('=');
      escape(NotWritable.text(variable, this), false, text);
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void escape(String part, boolean key, StringBuilder text) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      int letter = LETTERS.indexOf(c);
      if (letter >= 0) {
        text.append('\\').append(ESCAPES.charAt(letter));
      } else if (SPECIAL.indexOf(c) >= 0 || c == ' ' && (key || i == 0)) {
        text.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
  }
}
