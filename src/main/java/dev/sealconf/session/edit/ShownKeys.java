package dev.sealconf.session.edit;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.error.Location;
import dev.sealconf.error.Refusal;
import dev.sealconf.operation.value.SameValue;

/** Shows the {@code sops} block of a file below its plain text, so that the user can read it. */
record ShownKeys(MapNode metadata) {

  /** Returns the plain text with the block. */
  byte[] addedTo(Document plain) {
    return plain.source().apply(plain.format().withMetadata(plain, metadata));
  }

  /**
   * Returns an edited text without the block.
   *
   * @throws Refusal if the user changed the block
   */
  byte[] removedFrom(DocumentFormat format, String name, byte[] draft) {
    Document edited = format.read(new SourceText(name, draft));
    if (edited.metadata().filter(block -> SameValue.holds(block, metadata)).isEmpty()) {
      throw new Refusal("the sops block is only shown, but it was changed")
          .at(Location.of(name))
          .hint("to change who can decrypt the file, use sealconf updatekeys or sealconf rotate");
    }
    return edited.source().apply(format.withoutMetadata(edited));
  }
}
