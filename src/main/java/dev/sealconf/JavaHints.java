package dev.sealconf;

import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hints for a Java program. Operations name the flags of the command, for which the library has
 * methods. A hint that is a whole command stays, since a person can type it.
 */
final class JavaHints {
  private static final Pattern FLAG = Pattern.compile("(?<![\\w-])--([a-z][a-z-]*)");
  private static final Pattern COMMAND =
      Pattern.compile("(^|: |with |or )(sealconf|sops|git|gpg|docker) ");
  private static final Map<String, String> METHODS =
      Map.of(
          "ignore-mac", "SealconfOptions.ignoreMac() opens it anyway",
          "input-type", "SealconfOptions.type(name) sets the format of the file",
          "config", "if you trust it: SealconfOptions.config(path)",
          "template", "add a file that lists the keys: SealconfOptions.template(path)");

  private JavaHints() {}

  /** Returns the same failure with hints that a Java program can follow. */
  static SealconfException of(SealconfException failure) {
    LinkedHashSet<String> hints = new LinkedHashSet<>();
    failure.hints().forEach(hint -> translated(hint).ifPresent(hints::add));
    if (failure instanceof OpeningFailure.NotEncrypted) {
      hints.add("to encrypt it: sealconf encrypt -i FILE, or Sealconf.encrypt(path)");
    }
    return failure.withHints(List.copyOf(hints));
  }

  private static Optional<String> translated(String hint) {
    List<String> flags = new ArrayList<>();
    FLAG.matcher(hint).results().forEach(flag -> flags.add(flag.group(1)));
    if (flags.isEmpty() || COMMAND.matcher(hint).find()) {
      return hint.contains("inside the shell's") ? Optional.empty() : Optional.of(hint);
    }
    return flags.stream().filter(METHODS::containsKey).findFirst().map(METHODS::get);
  }
}
