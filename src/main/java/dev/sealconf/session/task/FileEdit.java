package dev.sealconf.session.task;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.io.file.SafeFile;
import dev.sealconf.operation.SetValue;
import dev.sealconf.operation.UnsetValue;
import dev.sealconf.operation.file.Input;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.Strictness;
import dev.sealconf.session.FileTypes;
import dev.sealconf.session.ForeignName;
import dev.sealconf.session.Overrides;
import dev.sealconf.session.Session;
import dev.sealconf.session.rule.Restrictions;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiFunction;

/** Sets or removes one value of one file in place. */
public final class FileEdit {
  private final Session session;
  private final Overrides given;
  private final String name;
  private final Path file;

  /**
   * Edits one file.
   *
   * @param name the file as the user names it
   */
  public FileEdit(Session session, Overrides given, String name) {
    this.session = session;
    this.given = given;
    this.name = name;
    this.file = session.world().resolve(name);
  }

  /** Sets a value. If the file already has it, its bytes don't change. */
  public void set(SetValue.Assignment assignment) {
    Restrictions restrictions = new Restrictions(session, given);
    Strictness strictness = restrictions.strictness(file);
    SetValue set = new SetValue(session.world(), session.keyRing(given));
    update(
        (input, output) ->
            set.run(input, output, strictness, restrictions.policy(file, Set.of()), assignment));
  }

  /**
   * Removes a value.
   *
   * @param idempotent whether a missing value is allowed
   */
  public void unset(TreePath path, boolean idempotent) {
    Strictness strictness = new Restrictions(session, given).strictness(file);
    UnsetValue unset = new UnsetValue(session.world(), session.keyRing(given));
    update((input, output) -> unset.run(input, output, strictness, path, idempotent));
  }

  private void update(BiFunction<Input, Output, byte[]> change) {
    FileTypes types = new FileTypes(given, session.formats());
    boolean changed =
        session
            .files()
            .update(file, SafeFile.Content.SEALED, bytes -> changed(types, bytes, change));
    session.say(given, (changed ? "changed " : "unchanged: ") + session.world().shown(file));
  }

  private byte[] changed(FileTypes types, byte[] bytes, BiFunction<Input, Output, byte[]> change) {
    Output output = types.output(name, bytes, session.stores(given));
    Input input = types.input(name, bytes);
    byte[] result = change.apply(input, output);
    new ForeignName(session).announce(name, output.format(), bytes, result);
    return result;
  }
}
