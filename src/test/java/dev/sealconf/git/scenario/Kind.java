package dev.sealconf.git.scenario;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A format of files: how a file of some values looks in it. All but BINARY have a comment. */
public enum Kind {
  YAML("yaml"),
  JSON("json"),
  ENV("env"),
  INI("ini"),
  BINARY("bin");

  private final String extension;

  Kind(String extension) {
    this.extension = extension;
  }

  /** The end of the file's name, without its dot. */
  public String extension() {
    return extension;
  }

  /** The kind of a file of this name. */
  public static Kind of(String name) {
    for (Kind kind : values()) {
      if (name.endsWith("." + kind.extension)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** Whether a file of this name is one that git must hold encrypted. */
  public static boolean isProtected(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    for (Kind kind : values()) {
      if (file.endsWith("." + kind.extension)) {
        return !file.startsWith(".sops");
      }
    }
    return false;
  }

  /** The plain text of a file that holds these values in this order. */
  public byte[] text(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    String comment = "about " + values.getOrDefault("comment", "nothing");
    switch (this) {
      case YAML -> text.append("# ").append(comment).append('\n');
      case ENV -> text.append('#').append(comment).append('\n');
      case INI -> text.append("[main]\n; ").append(comment).append('\n');
      case JSON -> text.append("{\n");
      case BINARY -> text.append("\u0000\u0001").append(comment).append('\n');
    }
    int left = values.size();
    for (Map.Entry<String, String> value : values.entrySet()) {
      left--;
      text.append(line(value.getKey(), value.getValue(), left == 0)).append('\n');
    }
    if (this == JSON) {
      text.append("}\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String line(String key, String value, boolean last) {
    return switch (this) {
      case YAML -> key + ": " + value;
      case JSON -> "    \"" + key + "\": \"" + value + "\"" + (last ? "" : ",");
      case ENV, BINARY -> key + "=" + value;
      case INI -> key + " = " + value;
    };
  }
}
