package dev.sealconf.operation.conversion;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.Indent;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.envelope.SealOrder;
import dev.sealconf.envelope.Sealing;
import dev.sealconf.envelope.output.ReadBack;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.operation.value.WrittenNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Seals a plain document in another format, or in its own format with a new layout. */
public final class Conversion {
  private final Sealing sealing;
  private final DocumentFormat stored;
  private final Indent indent;

  /** Converts to the form in which {@code format} stores sealed files. */
  public Conversion(Sealing sealing, DocumentFormat format, Indent indent) {
    this.sealing = sealing;
    this.stored = format.sealedForm();
    this.indent = indent;
  }

  /**
   * Returns the sealed file. Numbers keep their text from {@code plain} if the format can hold it.
   */
  public byte[] seal(Document plain, SealOrder order, boolean allowNothingSealed) {
    // A rule about comments must see the comments of the plain file: the other format may have
    // none.
    boolean byComments = Selector.of(order.terms().selection()).byComments();
    if (!plain.format().encryptsWhole() && !byComments) {
      List<MapNode> numbered =
          new WrittenNumbers(plain.source(), stored).onto(plain.branches(), plain.branches());
      byte[] text = emitted(numbered);
      if (!Arrays.equals(text, emitted(plain.branches()))) {
        return numbered(plain, numbered, text, order, allowNothingSealed);
      }
    }
    return sealing.print(plain, stored, indent, order, allowNothingSealed);
  }

  private byte[] emitted(List<MapNode> branches) {
    return stored.print(branches, Optional.empty(), indent);
  }

  /**
   * Keeps the text of numbers: if the format has numbers, prints the file first and then seals it
   * in that layout.
   */
  private byte[] numbered(
      Document plain,
      List<MapNode> branches,
      byte[] text,
      SealOrder order,
      boolean allowNothingSealed) {
    if (!WrittenNumbers.areIn(stored)) {
      Document numbered =
          new Document(
              plain.format(), plain.source(), branches, plain.metadata(), plain.duplicate());
      return sealing.print(numbered, stored, indent, order, allowNothingSealed);
    }
    if (!ReadBack.holds(stored, text, plain.branches())) {
      return sealing.print(plain, stored, indent, order, allowNothingSealed);
    }
    Document printed = stored.read(new SourceText(plain.source().name(), text));
    return sealing.seal(printed, order, Optional.empty(), allowNothingSealed);
  }
}
