package dev.sealconf.session.edit;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.Recipe;
import dev.sealconf.operation.SealingKey;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.PlainChecks;
import dev.sealconf.operation.merge.Changes;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Recipes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A new file. It is encrypted as flags and its creation rule say, and starts with an example. */
final class NewTarget implements EditedFile {
  private static final byte[] NOTHING = {};

  private final Session session;
  private final String name;
  private final Path file;
  private final Input example;
  private final Output output;
  private final SealingKey key;

  /**
   * Finds the rule and wraps the data key before the user types anything.
   *
   * @throws dev.sealconf.error.SealconfException with exit code 1 if there is no rule or no key for
   *     it
   */
  NewTarget(Session session, Overrides given, String name) {
    this.session = session;
    this.name = name;
    this.file = session.world().resolve(name);
    FileTypes types = new FileTypes(given, session.formats());
    String example = types.inputFormat(name, NOTHING).example();
    this.example = types.input(name, example.getBytes(StandardCharsets.UTF_8));
    this.output = types.output(name, NOTHING, session.stores(given));
    Recipe recipe = new Recipes(session, given).recipe(file, this.example.format());
    this.key = SealingKey.wrap(session.world(), session.keyRing(given), recipe, name);
  }

  @Override
  public byte[] text() {
    return example.source().bytes();
  }

  @Override
  public byte[] opened() {
    return NOTHING;
  }

  @Override
  public String write(byte[] draft) {
    Input input = new Input(new SourceText(name, draft), example.format());
    Document plain = input.format().read(input.source());
    PlainChecks.refuse(plain, input, output.format());
    byte[] sealed = key.seal(plain, input, output);
    if (!session.files().create(file, SafeFile.Content.SEALED, sealed)) {
      throw new OutputFailure.NotWritten(
              "another program created " + shownName() + " while you edited it")
          .hint("sealconf edit --resume merges a saved draft with it");
    }
    return "created "
        + shownName()
        + ": "
        + ChangeSummary.of(Changes.between(List.of(), plain.branches()));
  }

  private String shownName() {
    return session.world().shown(file);
  }

  @Override
  public byte[] next(byte[] draft) {
    return draft;
  }

  @Override
  public byte[] sealAll(Document plain) {
    return key.sealAll(plain);
  }

  @Override
  public void close() {
    key.close();
  }
}
