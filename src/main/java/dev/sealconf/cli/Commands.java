package dev.sealconf.cli;

import dev.sealconf.cli.work.Command;
import dev.sealconf.cli.work.Session;
import java.util.List;
import java.util.Optional;
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
          "filestatus",
          "completion",
          "man",
          "help");

  /** Verbs of SOPS that this version has not: never taken for a file. */
  private static final List<String> PLANNED =
      List.of("edit", "exec-env", "exec-file", "updatekeys", "groups", "publish", "keyservice");

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
          case "filestatus" -> new FileStatusCommand(session);
          case "completion" -> new CompletionCommand(session, this);
          case "man" -> new ManCommand(session, this);
          case VersionCommand.NAME -> new VersionCommand(session);
          case "help", "h" -> new HelpCommand(session, this);
          default -> null;
        });
  }
}
