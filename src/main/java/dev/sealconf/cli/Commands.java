package dev.sealconf.cli;

import dev.sealconf.cli.command.Command;
import dev.sealconf.services.ServiceClasses;
import dev.sealconf.session.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All verbs: the services of type {@link Command}. Only the command that runs is created, unless
 * help needs all of them.
 */
final class Commands {
  private static final String SUFFIX = "Command";

  /** Verbs of SOPS that this version doesn't have. They are never taken for a file. */
  private static final List<String> PLANNED = List.of("publish");

  private final Session session;
  private final ServiceClasses<Command> classes;
  private final Map<String, Command> made = new HashMap<>();

  Commands(Session session) {
    this.session = session;
    this.classes = ServiceClasses.of(Command.class);
  }

  /** Returns the names of all verbs in help order. */
  List<String> names() {
    return listed().stream().map(Command::name).toList();
  }

  /** Returns all commands in help order, each followed by its parts. */
  List<Command> pages() {
    List<Command> pages = new ArrayList<>();
    for (Command command : listed()) {
      pages.add(command);
      pages.addAll(command.parts());
    }
    return pages;
  }

  /** Returns all commands in help order. */
  List<Command> listed() {
    List<Command> listed = new ArrayList<>();
    for (String name : classes.names()) {
      Command command = made(name);
      if (command.rank() >= 0) {
        listed.add(command);
      }
    }
    listed.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
    return listed;
  }

  boolean isPlanned(String word) {
    return PLANNED.contains(word);
  }

  /** Returns whether the first word of a command line is a verb, implemented or planned. */
  boolean isVerb(String word) {
    Optional<Command> command = named(word);
    return isPlanned(word) || command.isPresent() && command.get().rank() >= 0;
  }

  /** Returns the command with this name, from which the name of its class follows. */
  Optional<Command> named(String name) {
    String verb = name.equals("h") ? "help" : name;
    Optional<String> type = classes.named(verb, SUFFIX);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Command command = made(type.get());
    return command.name().equals(verb) ? Optional.of(command) : Optional.empty();
  }

  private Command made(String type) {
    Command before = made.get(type);
    if (before == null) {
      before = classes.make(type).in(session);
      made.put(type, before);
    }
    return before;
  }

  /** Returns the part of {@code command} that the first argument in {@code words} names. */
  Optional<Command> part(Command command, List<String> words) {
    int first = firstWord(words);
    return first < 0 ? Optional.empty() : command.part(words.get(first));
  }

  /**
   * Returns the position of the first word that is not a flag, or -1. Flags have their value after
   * an equals sign.
   */
  static int firstWord(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).startsWith("-")) {
        return i;
      }
    }
    return -1;
  }
}
