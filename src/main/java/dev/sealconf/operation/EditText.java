package dev.sealconf.operation;

import dev.sealconf.document.Document;
import dev.sealconf.document.Revision;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.io.World;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.file.Output;
import dev.sealconf.operation.file.PlainChecks;
import dev.sealconf.operation.merge.Change;
import dev.sealconf.operation.merge.Changes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces the whole plain text of a sealed file with an edited one. Unchanged values keep their
 * tokens.
 */
public final class EditText {

  /**
   * The result of an edit.
   *
   * @param bytes the sealed file; the same bytes if nothing changed
   * @param changes the values that changed
   */
  public record Edited(byte[] bytes, List<Change> changes) {}

  private final World world;

  /** Seals in this world. */
  public EditText(World world) {
    this.world = world;
  }

  /**
   * Seals an edited text.
   *
   * @param plain the result of {@link OpenedFile#plain}
   * @param text the whole text after the edit
   * @param policy what the creation rules say about the file
   * @throws dev.sealconf.error.SealconfException if the text can't be read (2), is empty (92), is
   *     already sealed (203), or can't be sealed
   */
  public Edited run(OpenedFile file, Document plain, byte[] text, Output output, Policy policy) {
    Document edited = plain.format().read(new SourceText(plain.source().name(), text));
    PlainChecks.refuse(edited, file.input(), output.format());
    List<Change> changes = Changes.between(plain.branches(), edited.branches());
    refuseClearValues(file.metadata().selection(), edited, changes, policy);
    byte[] sealed = file.reseal(edited, Revision.between(plain, text), output);
    return new Edited(sealed, changes);
  }

  private void refuseClearValues(
      Selection ofFile, Document edited, List<Change> changes, Policy policy) {
    Set<TreePath> written = new HashSet<>();
    for (Change change : changes) {
      if (change.after().isPresent() && change.place().document() == 0) {
        written.add(change.place().path());
      }
    }
    new PolicyGuard(world, policy).clearValues(edited, ofFile, written);
  }
}
