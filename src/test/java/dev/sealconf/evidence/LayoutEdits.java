package dev.sealconf.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** What formatters and people do to a sealed file without a key: its values stay as they are. */
final class LayoutEdits {
  private static final Pattern CLEAR_COMMENT = Pattern.compile("^\\s*# (clear|new) .*");
  private static final Pattern INLINE = Pattern.compile(" # (inline|beside)\\S*$");
  private static final Pattern TOKEN = Pattern.compile("ENC\\[[^]]*\\]");

  private final RandomText text;
  private final String format;
  private final List<String> lines;

  private LayoutEdits(Sample sealed, long seed) {
    this.text = new RandomText(new Random(seed));
    this.format = sealed.format();
    this.lines = new ArrayList<>(List.of(SealedText.of(sealed.bytes()).text().split("\n", -1)));
  }

  /** The sealed file after some edits that follow from the seed. */
  static byte[] of(Sample sealed, long seed) {
    LayoutEdits edits = new LayoutEdits(sealed, seed);
    for (int i = 1 + edits.text.below(6); i > 0; i--) {
      edits.edit();
    }
    String edited = edits.finished();
    return new SealedText(edited).bytes();
  }

  private String finished() {
    String whole = String.join("\n", lines);
    if (format.equals("yaml") && text.chance(15)) {
      int metadata = whole.indexOf("\nsops:");
      String data = whole.substring(0, metadata).replaceAll("(?m)^( +)", "$1$1");
      whole = data + whole.substring(metadata);
    }
    // With CRLF, SOPS's parser gives the comments of a later document to other entries.
    boolean breaks = !format.equals("dotenv") && !whole.contains("\n---");
    return breaks && text.chance(10) ? whole.replace("\n", "\r\n") : whole;
  }

  private void edit() {
    int at = text.below(lines.size());
    String line = lines.get(at);
    switch (text.below(6)) {
      case 0 -> addComment(at, line);
      case 1 -> {
        if (CLEAR_COMMENT.matcher(line).matches()) {
          lines.remove(at);
        }
      }
      case 2 -> inline(at, line);
      case 3 -> blank(at, line);
      case 4 -> quotes(at, line);
      default -> swapFields();
    }
  }

  /** Whether a line begins an entry, so that another may stand above it. */
  private boolean begins(String line) {
    return switch (format) {
      case "yaml" -> line.matches("\\s*(- )?[cks]\\d+:.*");
      case "json" -> false;
      default -> line.matches("[cs]\\d+ *=.*");
    };
  }

  private void addComment(int at, String line) {
    if (begins(line)) {
      String indent = line.substring(0, line.length() - line.stripLeading().length());
      lines.add(at, indent + "# new " + text.word().replace("\u00a0", "x"));
    }
  }

  /** Comments behind values exist in YAML only; in INI they are those of a value in quotes. */
  private void inline(int at, String line) {
    if (INLINE.matcher(line).find()) {
      lines.set(at, INLINE.matcher(line).replaceFirst(""));
    } else if (format.equals("yaml") && line.matches("[^#]*[cks]\\d+: [^#]*[\\]}'0]$")) {
      lines.set(at, line + "  # beside" + at);
    }
  }

  private void blank(int at, String line) {
    boolean inside = at > 0 && lines.get(at - 1).endsWith(">");
    if (format.equals("json") || begins(line) && !inside) {
      lines.add(at, "");
    }
  }

  private void quotes(int at, String line) {
    boolean plain = line.matches("\\s*[ks]\\d+: ENC\\[[^]]*\\]( +#.*)?");
    if (format.equals("yaml") && plain) {
      String mark = text.pick("'", "\"");
      lines.set(at, TOKEN.matcher(line).replaceFirst(found -> mark + found.group() + mark));
    } else if (format.equals("json")) {
      lines.set(at, line.replaceFirst("\": (ENC|\")", "\"  :   $1"));
    } else if (format.equals("ini") && begins(line)) {
      lines.set(at, line.replaceFirst(" = ", "   =  "));
    }
  }

  /** The order of the fields in the metadata. */
  private void swapFields() {
    int one = fieldAt("lastmodified");
    int other = fieldAt("sealconf");
    if (one >= 0 && other >= 0) {
      String line = lines.get(one);
      lines.set(one, lines.get(other));
      lines.set(other, line);
    }
  }

  private int fieldAt(String name) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("\\s*\"?(sops_)?" + name + "\"?\\s*[:=].*")) {
        return i;
      }
    }
    return -1;
  }
}
