package dev.sealconf.cli;

import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.TargetOptions;
import dev.sealconf.document.Limits;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.SafeFile;
import dev.sealconf.operation.FileStatus;
import dev.sealconf.operation.Input;
import dev.sealconf.operation.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What commands do that turn a file into another: read standard input, a file or many, have it
 * changed, and put the result on standard output, into a file or back in place.
 */
final class FileWork {

  /** The change that a command makes. */
  interface Change {
    byte[] of(File file, Output output);
  }

  /**
   * A file to change.
   *
   * @param decidingPath the absolute path that decides on type and creation rule
   * @param targetName what the target is called in messages
   * @param replaced the bytes that a file named by {@code --output} holds so far
   */
  record File(Input input, Path decidingPath, String targetName, Optional<byte[]> replaced) {}

  private static final String TOKEN = "ENC[AES256_GCM,";
  private static final String STANDARD_INPUT_NAME = "<stdin>";

  private final Session session;
  private final Arguments given;
  private final SafeFile.Content content;
  private final TargetOptions target;
  private final FormatOptions types;
  private final SafeFile files;
  private final StandardStreams streams;

  /**
   * @param content what the results are
   * @throws SealconfException with 8 if the flags contradict each other
   */
  FileWork(Session session, Arguments given, SafeFile.Content content) {
    this.session = session;
    this.given = given;
    this.content = content;
    this.target = TargetOptions.of(given);
    this.types = new FormatOptions(given, session.world(), session.formats());
    this.files = session.files();
    this.streams = new StandardStreams(session.world());
  }

  /**
   * Changes what the words name.
   *
   * @param wanted which files of a folder are meant
   * @return the exit code
   */
  int run(Predicate<Path> wanted, Change change) {
    List<String> words = given.words();
    if (target.inPlace()) {
      return new Batch(session, given).run(words, wanted, word -> inPlace(word, change));
    }
    String word = words.isEmpty() ? TargetOptions.STANDARD_INPUT : words.get(0);
    if (target.output().isPresent()) {
      toFile(word, target.output().get(), change);
    } else {
      streams.write(changed(word, read(word), word, Optional.empty(), change));
    }
    return 0;
  }

  /** Whether a file of a folder is sealed, as far as can be told without keys. */
  boolean isSealed(Path file) {
    try {
      if (Files.size(file) > Limits.FILE_BYTES) {
        return false;
      }
      SourceText source = new SourceText(file.toString(), Files.readAllBytes(file));
      return isSealed(new Input(source, types.input(source.name(), source.bytes())));
    } catch (IOException e) {
      return false;
    }
  }

  /** A file that can't be read, but has a token in it, is a sealed one that somebody broke. */
  boolean isSealed(Input input) {
    try {
      return new FileStatus(session.providers()).sealed(input);
    } catch (SealconfException e) {
      return new String(input.source().bytes(), StandardCharsets.ISO_8859_1).contains(TOKEN);
    }
  }

  private void inPlace(String word, Change change) {
    boolean changed =
        files.update(
            session.world().resolve(word),
            content,
            bytes -> changed(word, bytes, word, Optional.empty(), change));
    session.say(given, (changed ? "changed " : "left as it is: ") + shown(word));
  }

  private void toFile(String word, String output, Change change) {
    byte[] bytes = read(word);
    Path path = session.world().resolve(output);
    if (Files.isRegularFile(path)) {
      files.update(path, content, old -> changed(word, bytes, output, Optional.of(old), change));
    } else {
      files.write(path, content, changed(word, bytes, output, Optional.empty(), change));
    }
  }

  private byte[] changed(
      String word, byte[] bytes, String targetName, Optional<byte[]> replaced, Change change) {
    boolean stdin = word.equals(TargetOptions.STANDARD_INPUT);
    String deciding = types.decidingName(stdin ? "" : word);
    SourceText source = new SourceText(stdin ? STANDARD_INPUT_NAME : word, bytes);
    File file =
        new File(
            new Input(source, types.input(deciding, bytes)),
            session.world().resolve(deciding),
            targetName,
            replaced);
    return change.of(file, types.output(deciding, bytes, session.stores(given)));
  }

  private byte[] read(String word) {
    return word.equals(TargetOptions.STANDARD_INPUT)
        ? streams.read()
        : files.read(session.world().resolve(word));
  }

  private String shown(String word) {
    return session.world().shown(session.world().resolve(word));
  }
}
