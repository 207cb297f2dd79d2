package dev.sealconf.envelope.metadata;

import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Splice;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.error.SealconfException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Copies the text of a metadata block from the previous sealed file to the new one, so that its
 * layout stays.
 */
public final class MetadataText {
  private MetadataText() {}

  /**
   * Returns the insertions that write the block. Where one insertion here corresponds to one
   * removal there, they use the previous file's own text.
   */
  public static List<Splice> carried(
      Document plain, List<Splice> insertions, Optional<OpenedDocument> previous) {
    if (previous.isEmpty() || insertions.size() != 1 || insertions.get(0).span().length() > 0) {
      return insertions;
    }
    Document old = previous.get().document();
    List<Splice> removals = old.format().withoutMetadata(old);
    boolean simple =
        old.format().name().equals(plain.format().name())
            && removals.size() == 1
            && removals.get(0).text().length == 0;
    if (!simple) {
      return insertions;
    }
    int from = removals.get(0).span().start();
    byte[] text = Arrays.copyOfRange(old.source().bytes(), from, removals.get(0).span().end());
    Splice carried = new Splice(insertions.get(0).span(), text);
    return readsBack(plain, carried, old) ? List.of(carried) : insertions;
  }

  private static boolean readsBack(Document plain, Splice carried, Document old) {
    byte[] bytes = plain.source().apply(new ArrayList<>(List.of(carried)));
    try {
      Document read = plain.format().read(new SourceText(plain.source().name(), bytes));
      return read.metadata().isPresent()
          && old.metadata().isPresent()
          && read.metadata().get().entries().size() == old.metadata().get().entries().size()
          && Arrays.equals(
              read.source().apply(read.format().withoutMetadata(read)), plain.source().bytes());
    } catch (SealconfException e) {
      return false;
    }
  }
}
