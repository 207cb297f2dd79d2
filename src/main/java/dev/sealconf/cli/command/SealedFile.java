package dev.sealconf.cli.command;

import dev.sealconf.cli.failure.ExitCode;
import dev.sealconf.cli.failure.MissingFile;
import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.work.ForeignName;
import dev.sealconf.cli.work.Session;
import dev.sealconf.document.SourceText;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import java.util.function.BiFunction;

/** The one sealed file that {@code set} and {@code unset} change in place. */
final class SealedFile {
  private final Session session;
  private final Arguments given;
  private final String word;

  SealedFile(Session session, Arguments given, String word) {
    this.session = session;
    this.given = given;
    this.word = word;
  }

  /** Replaces the file by what {@code change} makes of it. */
  void update(BiFunction<Input, Output, byte[]> change) {
    FormatOptions types = new FormatOptions(given, session.formats());
    boolean changed =
        MissingFile.as(
            ExitCode.COULD_NOT_READ_INPUT,
            () ->
                session
                    .files()
                    .update(
                        session.world().resolve(word),
                        SafeFile.Content.SEALED,
                        bytes -> changed(types, bytes, change)));
    session.say(
        given,
        (changed ? "changed " : "left as it is: ")
            + session.world().shown(session.world().resolve(word)));
  }

  private byte[] changed(
      FormatOptions types, byte[] bytes, BiFunction<Input, Output, byte[]> change) {
    Output output = types.output(word, bytes, session.stores(given));
    Input input = new Input(new SourceText(word, bytes), types.input(word, bytes));
    byte[] result = change.apply(input, output);
    new ForeignName(session).announce(word, output.format(), bytes, result);
    return result;
  }
}
