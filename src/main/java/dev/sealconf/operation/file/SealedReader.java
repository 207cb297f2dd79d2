package dev.sealconf.operation.file;

import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Duplicate;
import dev.sealconf.document.SealedText;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.error.Location;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.operation.value.NodeAt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads sealed files without a key. Their keys and metadata are not encrypted. */
public final class SealedReader {
  private SealedReader() {}

  /**
   * Reads a sealed file without a key.
   *
   * @throws SealconfException with exit code 1, as in SOPS, if the file can't be read or has a
   *     duplicate key or section
   */
  public static Document read(Input input) {
    Document document = readAny(input);
    if (document.metadata().isPresent() && document.duplicate().isPresent()) {
      Duplicate duplicate = document.duplicate().get();
      throw new OpeningFailure.Malformed("duplicate key " + Printable.quote(duplicate.key()))
          .at(duplicate.location())
          .hint("programs disagree about which one counts: remove one")
          .hint("to see who added it, look at the history: git log -p -- FILE");
    }
    return document;
  }

  private static Document readAny(Input input) {
    try {
      Document document = input.format().sealedForm().read(SealedText.of(input.source()));
      if (document.metadata().isEmpty()) {
        otherFormat(input).ifPresent(format -> refuseType(input, format));
      }
      return document;
    } catch (SealconfException e) {
      otherFormat(input).ifPresent(format -> refuseType(input, format));
      if (isNoObject(input)) {
        throw MetadataReader.notFound(input.source().name());
      }
      throw e.ofSealed();
    }
  }

  /** Returns whether a file that would be sealed as JSON is not a JSON object. Ignores why. */
  private static boolean isNoObject(Input input) {
    boolean whole = input.format().encryptsWhole();
    String text = new String(input.source().bytes(), StandardCharsets.ISO_8859_1);
    return whole && !text.stripLeading().startsWith("{");
  }

  /** Returns the format that the file is sealed in, if it differs from the requested one. */
  private static Optional<DocumentFormat> otherFormat(Input input) {
    return new DocumentFormats()
        .sealedAs(input.source().bytes())
        .filter(format -> !format.name().equals(input.format().name()));
  }

  private static void refuseType(Input input, DocumentFormat format) {
    String name = format.name();
    throw new UsageFailure.Mistake(
            "an encrypted file of type " + name + ", not " + input.format().name())
        .at(Location.of(input.source().name()))
        .hint("leave out --input-type, or use --input-type " + name + " --output-type " + name);
  }

  /**
   * Returns the file without a byte order mark. In ENV the mark belongs to the first key if it was
   * there when the file was encrypted, but not if an editor has added it since.
   */
  static Optional<Input> withoutMark(Input input) {
    SourceText source = input.source();
    return SealedText.withoutMark(source.bytes())
        .map(bytes -> new Input(new SourceText(source.name(), bytes), input.format()));
  }

  /** Returns the value in the map that stores a file that is encrypted whole. */
  static Optional<Scalar> stored(MapNode stored) {
    return NodeAt.search(stored, TreePath.ROOT.then(new TreePath.Key("data")))
        .map(node -> node instanceof Leaf leaf ? leaf.value() : new Scalar.Null());
  }
}
