package dev.sealconf.envelope;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.output.ReadBack;
import dev.sealconf.envelope.output.RereadValues;
import dev.sealconf.envelope.seal.Seal;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.envelope.spelling.Respelling;
import dev.sealconf.envelope.spelling.Spelling;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.Entropy;
import java.util.List;
import java.util.Optional;

/** A sealed document that has been opened and authenticated. Only {@link Opening} creates one. */
public final class OpenedDocument {
  private final Document document;
  private final Metadata metadata;
  private final List<OpenedPlace> places;
  private final String mac;
  private final boolean vouched;
  private final boolean termsVouched;
  private final Spelling spelling;
  private final List<String> warnings;
  private Respelling.Result respelled;

  /** The plain file, or empty if it has other values; null until it was read. */
  private Optional<Document> readPlain;

  OpenedDocument(
      Document document,
      Metadata metadata,
      List<OpenedPlace> places,
      String mac,
      boolean vouched,
      boolean termsVouched,
      Spelling spelling,
      List<String> warnings) {
    this.document = document;
    this.metadata = metadata;
    this.places = places;
    this.mac = mac;
    this.vouched = vouched;
    this.termsVouched = termsVouched;
    this.spelling = spelling;
    this.warnings = warnings;
  }

  /** Returns the sealed document. */
  public Document document() {
    return document;
  }

  /** Returns the metadata of the file. */
  public Metadata metadata() {
    return metadata;
  }

  /** Returns warnings for the user; safe to print. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * Returns whether the MAC, and the seal if there is one, matched. If not, the user chose to
   * ignore that.
   */
  public boolean vouched() {
    return vouched;
  }

  /** Returns whether there is a seal that matches the rule, the recipients and the groups. */
  public boolean termsVouched() {
    return termsVouched;
  }

  /**
   * Returns the plain file in its own layout. It is byte for byte what was sealed, unless the file
   * was rewritten since. Reading it gives {@link #tree}.
   *
   * @throws SealconfException with {@code ERROR_DUMPING_TREE} if it doesn't, because someone
   *     changed the text between the values; not if SOPS prints the same text
   */
  public byte[] plain() {
    return respelled().original() || changesAValueAsSops()
        ? respelled().plain()
        : plainDocument().source().bytes();
  }

  /** Returns whether a value would become another one if {@link #plain} were read, as in SOPS. */
  public boolean changesAValueAsSops() {
    return !respelled().original()
        && readBack().isEmpty()
        && ReadBack.holdsInSops(document.format(), respelled().plain(), tree());
  }

  /** Returns the plain file as a document. It is read only once, however often this is called. */
  public Document plainDocument() {
    return readBack().orElseThrow(this::changedBetween);
  }

  /**
   * Returns {@link #plain} as a document, in which {@link #changesAValueAsSops values may differ}.
   */
  public Document printedDocument() {
    return changesAValueAsSops()
        ? document.format().read(new SourceText(document.source().name(), respelled().plain()))
        : plainDocument();
  }

  /** Returns the plain file as a document, if it has the values that were verified. */
  private Optional<Document> readBack() {
    if (readPlain == null) {
      SourceText plain = new SourceText(document.source().name(), respelled().plain());
      readPlain =
          respelled().original()
              ? Optional.of(document.format().read(plain))
              : ReadBack.read(document.format(), plain, tree());
    }
    return readPlain;
  }

  private SealconfException changedBetween() {
    if (changesAValueAsSops()) {
      return new OutputFailure.NotRepresentable(
              RereadValues.keys(document.format(), tree())
                  + " can't be kept: it has a backslash before an n, which reads as a line feed")
          .at(Location.of(document.source().name()))
          .hint(FormatHints.keepIn(DocumentFormat::holdsTrees));
    }
    return new OutputFailure.NotRepresentable(
            "in this layout, the decrypted file would have different values")
        .at(Location.of(document.source().name()))
        .hint("the text between the values was changed: compare with git log -p -- FILE")
        .hint("to print the values in a new layout, use --indent 4");
  }

  /**
   * Returns the paths of what {@link #plain} could not restore as it was written; safe to print.
   */
  public List<String> plainWarnings() {
    return respelled().warnings();
  }

  /** Returns the plain text, and what could not be restored as it was written. */
  public Respelling.Result respelled() {
    if (respelled == null) {
      respelled = Respelling.of(this);
    }
    return respelled;
  }

  /** Returns the plain trees, one per document. */
  public List<MapNode> tree() {
    return new OpenedTree(places).of(document.branches());
  }

  /** Returns the canonical form of these values under this metadata. */
  byte[] form(Metadata under) {
    return CanonicalForm.of(under, document.branches(), places);
  }

  /** Returns a new {@code sealconf} field for these values under this metadata. */
  String seal(Metadata under, byte[] spellingText, SecretBytes dataKey, Entropy entropy) {
    return new Seal(dataKey).seal(spellingText, CanonicalForm.terms(under), form(under), entropy);
  }

  /** Returns the walk's places with their values, in order. */
  public List<OpenedPlace> places() {
    return places;
  }

  /** Returns the text of the MAC, as computed. */
  String mac() {
    return mac;
  }

  /** Returns how values were written; empty without a seal. */
  public Spelling spelling() {
    return spelling;
  }
}
