package dev.sealconf.session.batch;

import dev.sealconf.document.SourceText;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.ForeignName;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.ResultTarget;
import dev.sealconf.session.Session;
import dev.sealconf.session.StandardStreams;
import dev.sealconf.session.folder.FileList;
import dev.sealconf.session.folder.FolderTask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What all commands that change files share: reads standard input, one file or many, applies the
 * change, and writes the result to standard output, to a file or back in place.
 */
public final class FileWork {

  /** The change that a command makes. */
  public interface Change {
    /** Returns the new content of the file. */
    byte[] of(File file, Output output);
  }

  /** Looks at the files before the first of them is locked. */
  public interface Preview {
    /** Returns whether there is a reason to look. */
    boolean wanted();

    /** Looks at one file. */
    void look(File file);

    /** Called after it has looked at all files. */
    void ask();
  }

  /**
   * A file to change.
   *
   * @param decidingPath the absolute path that decides on type and creation rule
   * @param targetName the name of the target in messages
   * @param replaced the current bytes of the file that {@code --output} names
   */
  public record File(
      Input input, Path decidingPath, String targetName, Optional<byte[]> replaced) {}

  private final Session session;
  private final Batch.Listener listener;
  private final Overrides given;
  private final List<String> words;
  private final SafeFile.Content content;
  private final ResultTarget target;
  private final FileTypes types;
  private final SafeFile files;
  private final StandardStreams streams;

  /**
   * Creates the work of one command line.
   *
   * @param content what the results contain
   * @throws SealconfException with exit code 8 if the flags contradict each other
   */
  public FileWork(
      Session session, Overrides given, SafeFile.Content content, Batch.Listener listener) {
    this(session, given, given.words(), content, listener);
  }

  /** Creates the work for files that the words don't name. */
  public FileWork(
      Session session,
      Overrides given,
      List<String> words,
      SafeFile.Content content,
      Batch.Listener listener) {
    this.session = session;
    this.listener = listener;
    this.given = given;
    this.words = words;
    this.content = content;
    this.target = ResultTarget.of(given, words);
    this.types = new FileTypes(given, session.formats());
    this.files = session.files();
    this.streams = new StandardStreams(session.world());
  }

  /** Changes the files that the words name. If there is only one file, throws its failure. */
  public void run(FolderTask meant, Change change) {
    run(meant, Optional.empty(), change);
  }

  /** Changes the files that the words name, after a look at all of them. */
  public void run(FolderTask meant, Preview preview, Change change) {
    run(meant, Optional.of(preview).filter(Preview::wanted), change);
  }

  private void run(FolderTask meant, Optional<Preview> preview, Change change) {
    if (target.inPlace()) {
      FileList list = FileList.of(session.world(), words, meant);
      preview.ifPresent(p -> lookAt(list.names(), p));
      inPlace(list, meant.done(), change);
      return;
    }
    String word = words.isEmpty() ? ResultTarget.STANDARD_INPUT : words.get(0);
    byte[] bytes = read(word);
    if (preview.isPresent()) {
      preview.get().look(file(word, bytes, word, Optional.empty()));
      preview.get().ask();
    }
    if (target.output().isPresent()) {
      toFile(word, bytes, target.output().get(), change);
    } else {
      streams.write(changed(word, bytes, word, Optional.empty(), change));
    }
  }

  private void lookAt(List<String> names, Preview preview) {
    for (String name : names) {
      try {
        preview.look(file(name, read(name), name, Optional.empty()));
      } catch (SealconfException e) {
        continue; // The same failure is reported when the file is changed.
      }
    }
    preview.ask();
  }

  private void inPlace(FileList list, String done, Change change) {
    AtomicInteger changed = new AtomicInteger();
    new Batch(session, listener)
        .run(
            list,
            word -> {
              inPlace(word, change);
              changed.incrementAndGet();
            });
    if (!list.isSingle()) {
      new FolderReport(session.world().tell()).done(done, changed.get(), list);
    }
  }

  private void inPlace(String word, Change change) {
    boolean changed =
        files.update(
            session.world().resolve(word),
            content,
            bytes ->
                named(
                    word,
                    bytes,
                    changed(word, bytes, word, Optional.empty(), change),
                    word,
                    bytes));
    session.say(given, (changed ? "changed " : "unchanged: ") + shown(word));
  }

  private void toFile(String word, byte[] bytes, String output, Change change) {
    Path path = session.world().resolve(output);
    if (Files.isRegularFile(path)) {
      files.update(
          path,
          content,
          old ->
              named(
                  word,
                  bytes,
                  changed(word, bytes, output, Optional.of(old), change),
                  output,
                  old));
    } else {
      byte[] result = changed(word, bytes, output, Optional.empty(), change);
      files.write(path, content, named(word, bytes, result, output, new byte[0]));
    }
  }

  /** Returns the result. Warns first if SOPS would not open it under its name. */
  private byte[] named(String word, byte[] bytes, byte[] result, String targetName, byte[] before) {
    if (content == SafeFile.Content.SEALED) {
      Output output = types.output(deciding(word), bytes, session.stores(given));
      new ForeignName(session).announce(targetName, output.format(), before, result);
    }
    return result;
  }

  private byte[] changed(
      String word, byte[] bytes, String targetName, Optional<byte[]> replaced, Change change) {
    String deciding = deciding(word);
    return change.of(
        file(word, bytes, targetName, replaced),
        types.output(deciding, bytes, session.stores(given)));
  }

  private File file(String word, byte[] bytes, String targetName, Optional<byte[]> replaced) {
    boolean stdin = word.equals(ResultTarget.STANDARD_INPUT);
    String deciding = deciding(word);
    SourceText source = new SourceText(stdin ? ResultTarget.STANDARD_INPUT_NAME : word, bytes);
    return new File(
        new Input(source, types.inputFormat(deciding, bytes)),
        session.world().resolve(deciding),
        targetName,
        replaced);
  }

  private String deciding(String word) {
    return types.decidingName(word.equals(ResultTarget.STANDARD_INPUT) ? "" : word);
  }

  private byte[] read(String word) {
    return word.equals(ResultTarget.STANDARD_INPUT)
        ? streams.read()
        : files.read(session.world().resolve(word));
  }

  private String shown(String word) {
    return session.world().shown(session.world().resolve(word));
  }
}
