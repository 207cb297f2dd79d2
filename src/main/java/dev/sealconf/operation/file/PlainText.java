package dev.sealconf.operation.file;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.io.World;
import java.util.Optional;

/**
 * The plain document of an opened file. A binary file has no paths of its own; there an edit goes
 * through the map that it is stored in.
 */
public final class PlainText {
  private final World world;
  private final SealedInput sealed;
  private final Input input;

  public PlainText(World world, SealedInput sealed, Input input) {
    this.world = world;
    this.sealed = sealed;
    this.input = input;
  }

  /** The plain file; warns of values that could not be written as they were. */
  public Document whole() {
    if (stored()) {
      return read(input.format(), printed(input.format()));
    }
    sealed.opened().plainWarnings().forEach(world.tell()::warn);
    return read(input.format(), sealed.opened().plain());
  }

  /** The document that paths and splices are made for. */
  public Document editable() {
    return stored()
        ? read(input.format().sealedForm(), printed(input.format().sealedForm()))
        : whole();
  }

  /** The plain file after an edit of {@link #editable}. */
  public Document edited(byte[] bytes) {
    if (!stored()) {
      return read(input.format(), bytes);
    }
    Document changed = read(input.format().sealedForm(), bytes);
    byte[] plain = input.format().emit(changed.branches(), Optional.empty(), Indent.DEFAULT);
    return read(input.format(), plain);
  }

  private boolean stored() {
    return input.format().sealedForm() != input.format();
  }

  private byte[] printed(DocumentFormat format) {
    return format.emit(sealed.opened().tree(), Optional.empty(), Indent.DEFAULT);
  }

  private Document read(DocumentFormat format, byte[] bytes) {
    return format.read(new SourceText(input.source().name(), bytes));
  }
}
