package dev.sealconf.envelope;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.output.ReadBack;
import dev.sealconf.envelope.seal.Seal;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.envelope.spelling.Respelling;
import dev.sealconf.envelope.spelling.Spelling;
import dev.sealconf.error.Location;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.Entropy;
import java.util.List;

/** A sealed document that has been opened and authenticated. Only {@link Opening} makes one. */
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

  /** The plain file as it was read, once it has been. */
  private Document readPlain;

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

  /** The sealed document. */
  public Document document() {
    return document;
  }

  /** The metadata of the file. */
  public Metadata metadata() {
    return metadata;
  }

  /** What a user should know, in no need of quoting. */
  public List<String> warnings() {
    return warnings;
  }

  /** Whether the MAC held, and the seal if there is one; if not, the user chose to ignore that. */
  public boolean vouched() {
    return vouched;
  }

  /** Whether there is a seal, and it holds for the rule, the recipients and the groups. */
  public boolean termsVouched() {
    return termsVouched;
  }

  /**
   * The plain file, in its own layout: what was sealed, byte for byte, if the file wasn't rewritten
   * since. Read again, it is {@link #tree}.
   *
   * @throws SealconfException with {@code ERROR_DUMPING_TREE} if that does not hold: someone
   *     changed what is between the values
   */
  public byte[] plain() {
    return respelled().original() ? respelled().plain() : plainDocument().source().bytes();
  }

  /** The same as a document; it is read only once, however often it is asked for. */
  public Document plainDocument() {
    if (readPlain == null) {
      SourceText plain = new SourceText(document.source().name(), respelled().plain());
      readPlain =
          respelled().original()
              ? document.format().read(plain)
              : ReadBack.read(document.format(), plain, tree()).orElseThrow(this::changedBetween);
    }
    return readPlain;
  }

  private SealconfException changedBetween() {
    return new OutputFailure.NotRepresentable(
            "in this layout, the decrypted file would have different values")
        .at(Location.of(document.source().name()))
        .hint("the text between the values was changed: compare with git log -p -- FILE")
        .hint("to print the values in a new layout, use --indent 4");
  }

  /**
   * What {@link #plain} could not give back as it was written, by its path; in no need of quoting.
   */
  public List<String> plainWarnings() {
    return respelled().warnings();
  }

  /** The plain text, with what could not be given back as it was written. */
  public Respelling.Result respelled() {
    if (respelled == null) {
      respelled = Respelling.of(this);
    }
    return respelled;
  }

  /** The plain trees, one a document. */
  public List<MapNode> tree() {
    return new OpenedTree(places).of(document.branches());
  }

  /** The canonical form of these values under this metadata. */
  byte[] form(Metadata under) {
    return CanonicalForm.of(under, document.branches(), places);
  }

  /** A new {@code sealconf} field for these values under this metadata. */
  String seal(Metadata under, byte[] spellingText, SecretBytes dataKey, Entropy entropy) {
    return new Seal(dataKey).seal(spellingText, CanonicalForm.terms(under), form(under), entropy);
  }

  /** The walk's places with their values, in order. */
  public List<OpenedPlace> places() {
    return places;
  }

  /** The MAC's text as computed. */
  String mac() {
    return mac;
  }

  /** How values were written; none without a seal. */
  public Spelling spelling() {
    return spelling;
  }
}
