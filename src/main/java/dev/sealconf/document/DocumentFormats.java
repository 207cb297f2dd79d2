package dev.sealconf.document;

import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.services.ServiceClasses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds all formats as services. */
public final class DocumentFormats {
  /** The UTF-8 byte order mark, with one character per byte. */
  private static final String MARK = "\u00EF\u00BB\u00BF";

  private final List<DocumentFormat> formats;

  /** Loads the formats with the thread's class loader. */
  public DocumentFormats() {
    List<DocumentFormat> found = ServiceClasses.of(DocumentFormat.class).all();
    found.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
    formats = List.copyOf(found);
  }

  /** Returns all formats in help order. */
  public List<DocumentFormat> all() {
    return formats;
  }

  /** Returns the names of all formats in help order. */
  public List<String> names() {
    return formats.stream().map(DocumentFormat::name).toList();
  }

  /** Returns the format that claims this file name; the last one claims every name. */
  public DocumentFormat forFile(String fileName) {
    for (DocumentFormat format : formats) {
      if (format.claims(fileName)) {
        return format;
      }
    }
    throw new IllegalStateException("no format claims every name");
  }

  /**
   * Returns the format of this file. A sealed file is recognized by its content, any other file by
   * its name.
   */
  public DocumentFormat forFile(String fileName, byte[] content) {
    for (DocumentFormat named : formats) {
      if (named.claims(fileName, content)) {
        return named.looksSealed(text(content)) ? named : sealedAs(content).orElse(named);
      }
    }
    throw new IllegalStateException("no format claims every name");
  }

  /** Returns the format that a file is sealed in, whatever its name; empty if it is not sealed. */
  public Optional<DocumentFormat> sealedAs(byte[] content) {
    String text = text(content);
    // JSON is also YAML, and a binary file is sealed as JSON, so the narrowest format comes first.
    return formats.stream()
        .sorted((a, b) -> Integer.compare(b.rank(), a.rank()))
        .filter(format -> format.looksSealed(text) && isSealed(format, content))
        .findFirst();
  }

  private static boolean isSealed(DocumentFormat format, byte[] content) {
    try {
      SourceText source = SealedText.of(new SourceText("", content));
      return format.sealedForm().read(source).metadata().isPresent();
    } catch (SealconfException e) {
      return false;
    }
  }

  private static String text(byte[] content) {
    String text = new String(SealedText.of(content), StandardCharsets.ISO_8859_1);
    return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
  }

  /** Returns whether SOPS, which looks at the name, opens a file that is sealed in this format. */
  public boolean opensInSops(String fileName, DocumentFormat format, byte[] sealed) {
    DocumentFormat taken =
        formats.stream().filter(f -> f.claimsInSops(fileName)).findFirst().orElseThrow();
    return taken == format || !format.encryptsWhole() && taken.looksSealed(text(sealed));
  }

  /**
   * Returns the format with this name, such as {@code yaml} or {@code yml}, in any case.
   *
   * @throws SealconfException with {@code CONFLICTING_PARAMETERS} if there is none
   */
  public DocumentFormat named(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    return formats.stream()
        .filter(f -> f.name().equals(word) || f.aliases().contains(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageFailure.Conflict("unknown file type " + Printable.quote(name))
                    .hint("use one of " + String.join(", ", names())));
  }
}
