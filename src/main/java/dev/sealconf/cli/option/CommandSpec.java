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
 * What a command declares: its name, what it does, its flags and its words. It is made at each
 * start, so it holds no more than was added.
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
   * @throws MachineFailure if there is one of the same name
   */
  public void add(Flag flag) {
    flags.add(flag);
    for (String bare : flag.names()) {
      if (byName.put(bare, flag) != null) { // our own flags are distinct
        throw new MachineFailure("an added provider has the same flag as another option")
            .hint("rename its folder below lib/providers or $" + KeyProviders.FOLDERS);
      }
    }
  }

  /** Adds a flag that help shows in the group of this title. */
  public void add(String group, Flag flag) {
    add(flag.in(group));
  }

  /** Adds words; a command without them takes flags only. */
  public void add(Words more) {
    words.add(more);
  }

  /** The verb, or for a part of another command the verb of that and one word. */
  public String name() {
    return name;
  }

  /** What the command does, in one line without a full stop. */
  public String summary() {
    return summary;
  }

  /** The flags, in the order in which they were added. */
  public List<Flag> flags() {
    return Collections.unmodifiableList(flags);
  }

  /** The flag of this name, which has no dashes. */
  public Optional<Flag> flag(String bare) {
    return Optional.ofNullable(byName.get(bare));
  }

  /** The words, one after the other. */
  public List<Words> words() {
    return Collections.unmodifiableList(words);
  }
}
