package dev.sealconf.cli;

import dev.sealconf.cli.access.ExplainCommand;
import dev.sealconf.cli.access.GroupsCommand;
import dev.sealconf.cli.access.UpdateKeysCommand;
import dev.sealconf.cli.access.WhoCommand;
import dev.sealconf.cli.command.Command;
import dev.sealconf.cli.command.DecryptCommand;
import dev.sealconf.cli.command.EncryptCommand;
import dev.sealconf.cli.command.FileStatusCommand;
import dev.sealconf.cli.command.InitCommand;
import dev.sealconf.cli.command.KeyServiceCommand;
import dev.sealconf.cli.command.KeysCommand;
import dev.sealconf.cli.command.RotateCommand;
import dev.sealconf.cli.command.SetCommand;
import dev.sealconf.cli.command.UnsetCommand;
import dev.sealconf.cli.command.VersionCommand;
import dev.sealconf.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The verbs there are; only the one that is asked for is built. */
final class Commands {
  private static final List<String> NAMES =
      List.of(
          "init",
          "encrypt",
          "decrypt",
          "set",
          "unset",
          "rotate",
          "updatekeys",
          "groups",
          "who",
          "explain",
          "keyservice",
          "keys",
          "filestatus",
          "completion",
          "man",
          "help");

  /** Verbs of SOPS that this version has not: never taken for a file. */
  private static final List<String> PLANNED = List.of("edit", "exec-env", "exec-file", "publish");

  private final Session session;

  Commands(Session session) {
    this.session = session;
  }

  /** In the order of help. */
  List<String> names() {
    return NAMES;
  }

  /** The definitions of all of them, in the order of help. */
  List<CommandSpec> specs() {
    return NAMES.stream().map(name -> named(name).orElseThrow().spec()).toList();
  }

  /** The definitions of all of them, each followed by those behind it. */
  List<CommandSpec> pages() {
    return NAMES.stream()
        .map(name -> named(name).orElseThrow())
        .flatMap(command -> Stream.concat(Stream.of(command), command.parts().stream()))
        .map(Command::spec)
        .toList();
  }

  boolean isPlanned(String word) {
    return PLANNED.contains(word);
  }

  /** Whether the first word of a command line is a verb, there or planned. */
  boolean isVerb(String word) {
    return NAMES.contains(word) || PLANNED.contains(word) || word.equals("h");
  }

  /** The command of this name. */
  Optional<Command> named(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "init" -> new InitCommand(session);
          case "encrypt" -> new EncryptCommand(session);
          case "decrypt" -> new DecryptCommand(session);
          case "set" -> new SetCommand(session);
          case "unset" -> new UnsetCommand(session);
          case "rotate" -> new RotateCommand(session);
          case "keys" -> new KeysCommand(session);
          case "updatekeys" -> new UpdateKeysCommand(session);
          case "groups" -> new GroupsCommand(session);
          case "who" -> new WhoCommand(session);
          case "explain" -> new ExplainCommand(session);
          case "keyservice" -> new KeyServiceCommand(session);
          case "filestatus" -> new FileStatusCommand(session);
          case "completion" -> new CompletionCommand(session, this);
          case "man" -> new ManCommand(session, this);
          case VersionCommand.NAME -> new VersionCommand(session);
          case "help", "h" -> new HelpCommand(session, this);
          default -> null;
        });
  }

  /** The command behind {@code command} that the first word among these names. */
  Optional<Command> part(Command command, List<String> words) {
    int first = firstWord(words);
    if (first < 0) {
      return Optional.empty();
    }
    String name = command.spec().name() + " " + words.get(first);
    return command.parts().stream().filter(part -> part.spec().name().equals(name)).findFirst();
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
