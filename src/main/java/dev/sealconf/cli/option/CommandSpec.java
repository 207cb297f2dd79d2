package dev.sealconf.cli.option;

import dev.sealconf.error.MachineFailure;
import dev.sealconf.keys.ring.KeyProviders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command declares: its name, summary, flags and arguments. It is created at each start, so
 * it stores only what was added.
 */
public final class CommandSpec {
  private final String name;
  private final String summary;
  private final List<Flag> flags = new ArrayList<>();
  private final Map<String, Flag> byName = new LinkedHashMap<>();
  private final List<Words> words = new ArrayList<>();

  CommandSpec(String name, String summary) {
    this.name = name;
    this.summary = summary;
  }

  /**
   * Adds a flag.
   *
   * @throws MachineFailure if there is already one with the same name
   */
  public void add(Flag flag) {
    flags.add(flag);
    for (String bare : flag.names()) {
      if (byName.put(bare, flag) != null) { // Our own flags are distinct.
        throw new MachineFailure("an added provider has the same flag as another option")
            .hint("rename its folder below lib/providers or $" + KeyProviders.FOLDERS);
      }
    }
  }

  /** Adds a flag that help shows in the group with this title. */
  public void add(String group, Flag flag) {
    add(flag.in(group));
  }

  /** Adds arguments. A command without them takes only flags. */
  public void add(Words more) {
    words.add(more);
  }

  /** Returns the verb; for a part of another command, that command's verb and one more word. */
  public String name() {
    return name;
  }

  /** Returns what the command does, in one line without a period. */
  public String summary() {
    return summary;
  }

  /** Returns the flags in the order in which they were added. */
  public List<Flag> flags() {
    return Collections.unmodifiableList(flags);
  }

  /** Returns the flag with this name, given without dashes. */
  public Optional<Flag> flag(String bare) {
    return Optional.ofNullable(byName.get(bare));
  }

  /** Returns the arguments in order. */
  public List<Words> words() {
    return Collections.unmodifiableList(words);
  }
}
