package dev.sealconf.cli.work;

import dev.sealconf.cli.option.Arguments;
import dev.sealconf.cli.option.FormatOptions;
import dev.sealconf.cli.option.TargetOptions;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.SafeFile;
import dev.sealconf.operation.Input;
import dev.sealconf.operation.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What commands do that turn a file into another: read standard input, a file or many, have it
 * changed, and put the result on standard output, into a file or back in place.
 */
public final class FileWork {

  /** The change that a command makes. */
  public interface Change {
    /** What the file becomes. */
    byte[] of(File file, Output output);
  }

  /**
   * A file to change.
   *
   * @param decidingPath the absolute path that decides on type and creation rule
   * @param targetName what the target is called in messages
   * @param replaced the bytes that a file named by {@code --output} holds so far
   */
  public record File(
      Input input, Path decidingPath, String targetName, Optional<byte[]> replaced) {}

  private static final String STANDARD_INPUT_NAME = "<stdin>";

  private final Session session;
  private final Arguments given;
  private final List<String> words;
  private final SafeFile.Content content;
  private final TargetOptions target;
  private final FormatOptions types;
  private final SafeFile files;
  private final StandardStreams streams;

  /**
   * The work of one command line.
   *
   * @param content what the results are
   * @throws SealconfException with 8 if the flags contradict each other
   */
  public FileWork(Session session, Arguments given, SafeFile.Content content) {
    this(session, given, given.words(), content);
  }

  /** The work on files that are named elsewhere than among the words. */
  public FileWork(Session session, Arguments given, List<String> words, SafeFile.Content content) {
    this.session = session;
    this.given = given;
    this.words = words;
    this.content = content;
    this.target = TargetOptions.of(given, words);
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
  public int run(Predicate<Path> wanted, Change change) {
    if (target.inPlace()) {
      return new Batch(session).run(words, wanted, word -> inPlace(word, change));
    }
    String word = words.isEmpty() ? TargetOptions.STANDARD_INPUT : words.get(0);
    if (target.output().isPresent()) {
      toFile(word, target.output().get(), change);
    } else {
      streams.write(changed(word, read(word), word, Optional.empty(), change));
    }
    return 0;
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
