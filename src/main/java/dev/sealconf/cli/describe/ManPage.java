package dev.sealconf.cli.describe;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page in roff, for section 1. */
public final class ManPage {
  private static final List<List<String>> EXIT_STATUS =
      List.of(
          List.of("0", "done"),
          List.of("1", "any other failure"),
          List.of("2", "the input can't be read"),
          List.of("3", "the output can't be written"),
          List.of("4", "the result can't be written in the format asked for"),
          List.of("6", "a malformed encryption context"),
          List.of("7", "a malformed path or value for set or unset"),
          List.of("8", "flags that contradict each other"),
          List.of("23", "a value that can't be encrypted"),
          List.of("25", "a value that can't be decrypted: it was changed"),
          List.of("49", "a file whose keys are to change does not exist"),
          List.of("51", "the MAC or the seal doesn't match: the file was changed"),
          List.of("61", "a malformed pattern in .sops.yaml"),
          List.of("91", "a malformed or missing path for --extract"),
          List.of("92", "a file without a document"),
          List.of("100", "no file given, or it does not exist"),
          List.of("112", "a kind of key listed twice in the decryption order"),
          List.of("128", "none of your keys can decrypt the file"),
          List.of("141", "the program that reads the output closed it"),
          List.of("203", "the file is already encrypted"));

  private ManPage() {}

  /** Returns the page for a program with these commands. */
  public static String page(String version, List<CommandSpec> commands) {
    StringBuilder text = new StringBuilder();
    text.append(".TH SEALCONF 1 \"\" \"sealconf ").append(version).append("\"\n");
    text.append(".SH NAME\nsealconf \\- encrypts the values of configuration files\n");
    text.append(".SH SYNOPSIS\n.B sealconf\n.I COMMAND\n[\\fIFLAGS\\fR] [\\fIFILE\\fR...]\n");
    text.append(".SH DESCRIPTION\n");
    line(text, HelpText.purpose());
    line(text, "Keys, comments and layout stay readable, so that the files can live in git.");
    line(
        text,
        "SOPS can read the files and sealconf can read those of SOPS. The flags are the same.");
    text.append(".SH COMMANDS\n");
    commands.forEach(command -> command(text, command));
    text.append(".SH FILES\n");
    item(
        text,
        ".sops.yaml",
        "Which files are encrypted, and for which recipients. sealconf looks for it from the"
            + " working");
    line(text, "directory and in the folders above it.");
    text.append(".SH EXIT STATUS\n");
    EXIT_STATUS.forEach(row -> item(text, row.get(0), row.get(1)));
    return text.toString();
  }

  private static void command(StringBuilder text, CommandSpec command) {
    text.append(".SS ").append(escaped(HelpText.synopsis(command))).append('\n');
    line(text, HelpText.summary(command) + ".");
    for (PositionalParamSpec words : command.positionalParameters()) {
      item(text, words.paramLabel(), words.description()[0]);
    }
    for (OptionSpec option : ValueKind.shown(command)) {
      item(text, HelpText.usage(option), String.join(". ", option.description()));
    }
    for (String example : command.usageMessage().footer()) {
      text.append(".PP\n");
      line(text, example);
    }
  }

  private static void item(StringBuilder text, String label, String description) {
    text.append(".TP\n\\fB").append(escaped(label)).append("\\fR\n");
    line(text, description);
  }

  /** Adds a line of text. Escapes a line that roff would take for a request and drop. */
  private static void line(StringBuilder text, String line) {
    String escaped = escaped(line);
    boolean request = escaped.startsWith(".") || escaped.startsWith("'");
    text.append(request ? "\\&" : "").append(escaped).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("…", "...");
  }
}
