package dev.sealconf.operation.file;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.Duplicate;
import dev.sealconf.document.SealedText;
import dev.sealconf.document.SourceText;
import dev.sealconf.envelope.OpenedDocument;
import dev.sealconf.envelope.Opening;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.MetadataReader;
import dev.sealconf.error.Location;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.ring.KeyRing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A sealed file that has been opened, with its data key; closing wipes the key. */
public record SealedInput(OpenedDocument opened, SecretBytes dataKey) implements AutoCloseable {
  /**
   * Reads, unwraps and opens a sealed file.
   *
   * @throws SealconfException 1 for a file that can't be read or has no metadata, 128 for no key,
   *     25 and 51 for what was changed
   */
  public static SealedInput open(World world, KeyRing keys, Input input, Strictness strictness) {
    try {
      return opened(world, keys, input, strictness);
    } catch (OpeningFailure.ValueNotOpened e) {
      Optional<Input> unmarked = unmarked(input);
      if (unmarked.isEmpty()) {
        throw e;
      }
      try {
        return opened(world, keys, unmarked.get(), strictness);
      } catch (SealconfException again) {
        throw e;
      }
    }
  }

  /**
   * The file without a byte order mark. In ENV the mark is a part of the first key, if it was there
   * when the file was encrypted, and is none if an editor has put it there since.
   */
  private static Optional<Input> unmarked(Input input) {
    SourceText source = input.source();
    return SealedText.withoutMark(source.bytes())
        .map(bytes -> new Input(new SourceText(source.name(), bytes), input.format()));
  }

  private static SealedInput opened(World world, KeyRing keys, Input input, Strictness strictness) {
    Document document = read(input);
    Metadata metadata = new MetadataReader(keys.providers()).read(document);
    MetadataReader.checkVersion(metadata, Location.of(input.source().name()));
    if (strictness.requireSeal() && metadata.seal().isEmpty()) {
      throw new OpeningFailure.Changed("the file has no seal")
          .at(Location.of(input.source().name()))
          .hint(".sops.yaml says require_seal: seal the file with sealconf rotate -i");
    }
    SecretBytes dataKey = unwrap(keys, metadata, input);
    try {
      OpenedDocument opened =
          new Opening().open(document, metadata, dataKey, strictness.ignoreMac());
      if (strictness.ignoreMac()) {
        world.tell().warn("--ignore-mac: values may have been added, removed or swapped");
      }
      opened.warnings().forEach(world.tell()::warn);
      return new SealedInput(opened, dataKey);
    } catch (RuntimeException e) {
      dataKey.close();
      throw e;
    }
  }

  /**
   * Reads a sealed file, without any key.
   *
   * @throws SealconfException with 1, as in SOPS, if the file can't be read, or has a key or
   *     section twice
   */
  public static Document read(Input input) {
    Document document = readAny(input);
    if (document.metadata().isPresent() && document.duplicate().isPresent()) {
      Duplicate duplicate = document.duplicate().get();
      throw new OpeningFailure.Malformed("duplicate key " + Printable.quote(duplicate.key()))
          .at(duplicate.location())
          .hint("readers of the decrypted file would disagree on which one counts: remove one")
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

  /** Whether a file that would be sealed as JSON is anything else; what is wrong with it is not. */
  private static boolean isNoObject(Input input) {
    boolean whole = input.format().sealedForm() != input.format();
    String text = new String(input.source().bytes(), StandardCharsets.ISO_8859_1);
    return whole && !text.stripLeading().startsWith("{");
  }

  /** The format that the file is sealed in, if it is not the one that was asked for. */
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
        .hint("leave out --input-type, or say --input-type " + name + " --output-type " + name);
  }

  private static SecretBytes unwrap(KeyRing keys, Metadata metadata, Input input) {
    try {
      return keys.unwrap(metadata.groups(), metadata.threshold(), input.source().name());
    } catch (SealconfException e) {
      throw e.at(Location.of(input.source().name()));
    }
  }

  @Override
  public void close() {
    dataKey.close();
  }
}
