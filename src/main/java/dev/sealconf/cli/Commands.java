package dev.sealconf.cli;

import dev.sealconf.cli.command.Command;
import dev.sealconf.services.ServiceClasses;
import dev.sealconf.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The verbs there are: the services of type {@link Command}. Only the one that runs is made, unless
 * help asks for all.
 */
final class Commands {
  private static final String SUFFIX = "Command";

  /** Verbs of SOPS that this version doesn't have: never taken for a file. */
  private static final List<String> PLANNED = List.of("edit", "exec-env", "exec-file", "publish");

  private final Session session;
  private final ServiceClasses<Command> classes;

  Commands(Session session) {
    this.session = session;
    this.classes = ServiceClasses.of(Command.class);
  }

  /** In the order of help. */
  List<String> names() {
    return listed().stream().map(Command::name).toList();
  }

  /** The definitions of all of them, in the order of help. */
  List<CommandSpec> specs() {
    return listed().stream().map(Command::spec).toList();
  }

  /** The definitions of all of them, each followed by those behind it. */
  List<CommandSpec> pages() {
    return listed().stream()
        .flatMap(command -> Stream.concat(Stream.of(command), command.parts().stream()))
        .map(Command::spec)
        .toList();
  }

  private List<Command> listed() {
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

  /** Whether the first word of a command line is a verb, there or planned. */
  boolean isVerb(String word) {
    return isPlanned(word) || named(word).filter(command -> command.rank() >= 0).isPresent();
  }

  /** The command of this name, which its class has, too. */
  Optional<Command> named(String name) {
    String verb = name.equals("h") ? "help" : name;
    Optional<String> type = classes.named(verb, SUFFIX);
    return type.map(this::made).filter(command -> command.name().equals(verb));
  }

  private Command made(String type) {
    return classes.make(type).in(session);
  }

  /** The command behind {@code command} that the first word among these names. */
  Optional<Command> part(Command command, List<String> words) {
    int first = firstWord(words);
    if (first < 0) {
      return Optional.empty();
    }
    String name = command.name() + " " + words.get(first);
    return command.parts().stream().filter(part -> part.name().equals(name)).findFirst();
  }

  /** The place of the first word that is no flag, or -1; flags have their value behind a sign. */
  static int firstWord(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).startsWith("-")) {
        return i;
      }
    }
    return -1;
  }
}
