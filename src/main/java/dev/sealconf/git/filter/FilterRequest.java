package dev.sealconf.git.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What git asks a filter for.
 *
 * @param command such as {@code clean}
 * @param path the file, relative to the top of the work tree, one character for each byte
 * @param blob the name of the blob, if git tells it
 * @param mayDelay whether the answer may come later
 */
record FilterRequest(String command, String path, Optional<String> blob, boolean mayDelay) {

  /** Parses lines of the form {@code NAME=VALUE}. A value may contain any characters. */
  static FilterRequest of(List<String> lines) {
    Map<String, String> fields = new HashMap<>();
    for (String line : lines) {
      int sign = line.indexOf('=');
      if (sign > 0) {
        fields.put(line.substring(0, sign), line.substring(sign + 1));
      }
    }
    return new FilterRequest(
        fields.getOrDefault("command", ""),
        fields.getOrDefault("pathname", ""),
        Optional.ofNullable(fields.get("blob")),
        fields.getOrDefault("can-delay", "").equals("1"));
  }
}
