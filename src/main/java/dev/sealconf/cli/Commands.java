package dev.sealconf.cli;

import dev.sealconf.cli.command.Command;
import dev.sealconf.error.MachineFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The verbs there are: the services of type {@link Command}. Their list is read here, not by a
 * {@code ServiceLoader}, which would load the classes of all of them at each start.
 */
final class Commands {
  private static final String SUFFIX = "Command";
  private static final String SERVICES = "META-INF/services/" + Command.class.getName();

  /** Verbs of SOPS that this version doesn't have: never taken for a file. */
  private static final List<String> PLANNED = List.of("edit", "exec-env", "exec-file", "publish");

  private final Session session;
  private final ClassLoader loader;
  private final List<String> classes;

  Commands(Session session) {
    this.session = session;
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    this.loader = ofThread == null ? Commands.class.getClassLoader() : ofThread;
    this.classes = classes(loader);
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
    for (String name : classes) {
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
    String end = ("." + verb.replace("-", "") + SUFFIX).toLowerCase(Locale.ROOT);
    for (String type : classes) {
      if (("." + type).toLowerCase(Locale.ROOT).endsWith(end)) {
        return Optional.of(made(type)).filter(command -> command.name().equals(verb));
      }
    }
    return Optional.empty();
  }

  private Command made(String type) {
    try {
      Class<?> command = Class.forName(type, true, loader);
      return ((Command) command.getConstructor().newInstance()).in(session);
    } catch (ReflectiveOperationException e) {
      throw new MachineFailure("the command " + Printable.quote(type) + " can't be loaded").from(e);
    }
  }

  /** The names of the classes in all files of services for commands. */
  private static List<String> classes(ClassLoader loader) {
    List<String> classes = new ArrayList<>();
    try {
      for (URL file : Collections.list(loader.getResources(SERVICES))) {
        try (InputStream in = file.openStream()) {
          for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            int comment = line.indexOf('#');
            String name = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!name.isEmpty() && !classes.contains(name)) {
              classes.add(name);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new MachineFailure("the list of commands can't be read").from(e);
    }
    return classes;
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
