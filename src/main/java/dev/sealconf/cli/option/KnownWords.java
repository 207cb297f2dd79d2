package dev.sealconf.cli.option;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words that people know from other programs, and what does the same here. */
public final class KnownWords {
  private static final Map<String, String> COMMANDS =
      Map.ofEntries(
          Map.entry("view", "decrypt FILE"),
          Map.entry("show", "decrypt FILE"),
          Map.entry("cat", "decrypt FILE"),
          Map.entry("print", "decrypt FILE"),
          Map.entry("open", "decrypt FILE"),
          Map.entry("unseal", "decrypt FILE"),
          Map.entry("unlock", "decrypt FILE"),
          Map.entry("dec", "decrypt FILE"),
          Map.entry("get", "decrypt --extract '[\"key\"]' FILE"),
          Map.entry("extract", "decrypt --extract '[\"key\"]' FILE"),
          Map.entry("seal", "encrypt FILE"),
          Map.entry("lock", "encrypt FILE"),
          Map.entry("enc", "encrypt FILE"),
          Map.entry("put", "set FILE '[\"key\"]'"),
          Map.entry("add", "set FILE '[\"key\"]'"),
          Map.entry("update", "set FILE '[\"key\"]'"),
          Map.entry("delete", "unset FILE '[\"key\"]'"),
          Map.entry("remove", "unset FILE '[\"key\"]'"),
          Map.entry("rm", "unset FILE '[\"key\"]'"),
          Map.entry("keygen", "init"),
          Map.entry("key", "keys"),
          Map.entry("rekey", "updatekeys FILE"),
          Map.entry("reencrypt", "updatekeys FILE"),
          Map.entry("recipients", "who FILE"),
          Map.entry("list", "who FILE"),
          Map.entry("ls", "who FILE"),
          Map.entry("status", "filestatus FILE"),
          Map.entry("version", "--version"));

  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("o", "--output"),
          Map.entry("out", "--output"),
          Map.entry("output-file", "--output"),
          Map.entry("t", "--output-type"),
          Map.entry("type", "--input-type"),
          Map.entry("format", "--output-type"),
          Map.entry("r", "--age"),
          Map.entry("recipient", "--age"),
          Map.entry("key", "--extract"),
          Map.entry("path", "--extract"),
          Map.entry("stdin", "--value-stdin"),
          Map.entry("c", "--config"),
          Map.entry("write", "--in-place"),
          Map.entry("w", "--in-place"));

  private KnownWords() {}

  /** Returns what to type after the program's name instead of an unknown command. */
  public static Optional<String> command(String word) {
    return Optional.ofNullable(COMMANDS.get(word.toLowerCase(Locale.ROOT)));
  }

  /** Returns the flag to use instead of an unknown one, which is given without dashes. */
  static Optional<String> flag(String bare) {
    return Optional.ofNullable(FLAGS.get(bare.toLowerCase(Locale.ROOT)));
  }
}
