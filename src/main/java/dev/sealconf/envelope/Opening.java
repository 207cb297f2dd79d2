package dev.sealconf.envelope;

import dev.sealconf.crypto.AesGcm;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.seal.DocumentMac;
import dev.sealconf.envelope.seal.Seal;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.selection.Selector;
import dev.sealconf.envelope.selection.Walk;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.envelope.spelling.Spelling;
import dev.sealconf.envelope.spelling.SpellingText;
import dev.sealconf.envelope.token.AdditionalData;
import dev.sealconf.envelope.token.CommentPlaces;
import dev.sealconf.envelope.token.Token;
import dev.sealconf.envelope.token.ValueCipher;
import dev.sealconf.error.Location;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.SealconfException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens a sealed document: every token, then the MAC, then the seal. It returns nothing until all
 * three have been verified ({@code docs/format.md §8}).
 */
public final class Opening {
  /**
   * Returns the opened document.
   *
   * @param dataKey 32 bytes; must not be closed while the result is in use
   * @param ignoreMac whether to warn instead of fail if the MAC or the seal doesn't match
   * @throws SealconfException with exit code 25 for a value, 51 for the MAC or the seal
   */
  public OpenedDocument open(
      Document document, Metadata metadata, SecretBytes dataKey, boolean ignoreMac) {
    List<Place> places = Walk.of(document, Selector.of(metadata.selection()));
    return open(document, places, metadata, dataKey, ignoreMac, KnownValues.NONE);
  }

  /**
   * Opens a file that was just made.
   *
   * @param places the places of the walk over it
   * @param known the values of tokens that need not be opened
   */
  OpenedDocument open(
      Document document,
      List<Place> places,
      Metadata metadata,
      SecretBytes dataKey,
      boolean ignoreMac,
      KnownValues known) {
    ValueCipher cipher = new ValueCipher(new AesGcm(dataKey.exposed()));
    CommentPlaces.check(document);
    OpenedPart all = all(document, places, dataKey, ignoreMac, known);
    List<OpenedPlace> opened = all.places();
    List<String> warnings = new ArrayList<>();
    if (all.clearComments() > 0) {
      warnings.add("comments that should be encrypted are not: " + all.clearComments());
    }
    String mac = mac(opened, metadata.macOnlyEncrypted());
    boolean vouched = macFits(cipher, metadata, mac);
    if (!vouched) {
      refuse(
          document, "the MAC doesn't match the values: the file was changed", ignoreMac, warnings);
    }
    Spelling spelling = Spelling.NONE;
    boolean termsVouched = false;
    if (metadata.seal().isPresent()) {
      byte[] form = CanonicalForm.of(metadata, document.branches(), opened);
      Optional<Seal.Opened> seal =
          new Seal(dataKey).open(metadata.seal().get(), CanonicalForm.terms(metadata), form);
      termsVouched = seal.filter(Seal.Opened::fitsTerms).isPresent();
      if (seal.filter(Seal.Opened::fits).isEmpty()) {
        vouched = false;
        refuse(document, "the seal doesn't match the file: it was changed", ignoreMac, warnings);
      }
      spelling = seal.map(Seal.Opened::spelling).map(SpellingText::read).orElse(Spelling.NONE);
    }
    return new OpenedDocument(
        document, metadata, opened, mac, vouched, termsVouched, spelling, List.copyOf(warnings));
  }

  private record OpenedPart(List<OpenedPlace> places, int clearComments) {}

  private static OpenedPart all(
      Document document,
      List<Place> places,
      SecretBytes dataKey,
      boolean ignoreMac,
      KnownValues known) {
    int count = places.size();
    if (count < Halves.LONG) {
      return part(document, places, dataKey, ignoreMac, known, 0, count);
    }
    List<OpenedPlace> opened = new ArrayList<>(count);
    int clearComments = 0;
    for (OpenedPart part :
        Halves.done(
            count, (from, to) -> part(document, places, dataKey, ignoreMac, known, from, to))) {
      opened.addAll(part.places());
      clearComments += part.clearComments();
    }
    return new OpenedPart(opened, clearComments);
  }

  private static OpenedPart part(
      Document document,
      List<Place> places,
      SecretBytes dataKey,
      boolean ignoreMac,
      KnownValues known,
      int from,
      int to) {
    ValueCipher cipher = new ValueCipher(new AesGcm(dataKey.exposed()));
    ValueOpening values = new ValueOpening(document, places, cipher, ignoreMac, known);
    List<OpenedPlace> opened = values.part(from, to);
    return new OpenedPart(opened, values.clearComments());
  }

  private String mac(List<OpenedPlace> places, boolean sealedOnly) {
    DocumentMac mac = new DocumentMac(sealedOnly);
    for (OpenedPlace place : places) {
      if (place.isLeaf()) {
        mac.add(place.place().selected(), place.value());
      }
    }
    return mac.text();
  }

  private static boolean macFits(ValueCipher cipher, Metadata metadata, String computed) {
    return Token.parse(metadata.mac())
        .filter(token -> token.type().equals("str"))
        .flatMap(token -> cipher.open(token, AdditionalData.of(metadata.lastModified())))
        .filter(stored -> MessageDigest.isEqual(stored, computed.getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  private static void refuse(
      Document document, String message, boolean ignoreMac, List<String> warnings) {
    if (!ignoreMac) {
      throw new OpeningFailure.Changed(message)
          .at(Location.of(document.source().name()))
          .hint("compare it with an earlier version: git log -p -- FILE")
          .hint("--ignore-mac decrypts it anyway");
    }
    warnings.add(message);
  }
}
