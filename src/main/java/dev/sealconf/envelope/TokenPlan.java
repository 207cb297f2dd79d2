package dev.sealconf.envelope;

import dev.sealconf.crypto.AesGcm;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.document.Document;
import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Limits;
import dev.sealconf.document.tree.Comment;
import dev.sealconf.document.tree.Element;
import dev.sealconf.document.tree.Inherited;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.envelope.selection.Place;
import dev.sealconf.envelope.spelling.OpenedPlace;
import dev.sealconf.envelope.token.AdditionalData;
import dev.sealconf.envelope.token.Token;
import dev.sealconf.envelope.token.ValueCipher;
import dev.sealconf.envelope.token.ValueText;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.Location;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.SealingFailure;
import dev.sealconf.io.Entropy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Assigns a token to each place of a plain document that needs one.
 *
 * @param entries one for each place of the walk
 */
public record TokenPlan(List<Entry> entries) {

  /**
   * What happens to one place.
   *
   * @param value the value, or the text of a comment; a null value for a container
   * @param token empty if the value stays clear
   * @param kept the number of the previous place whose token it keeps, or -1
   */
  public record Entry(Place place, Scalar value, String token, int kept) {
    public boolean sealed() {
      return !token.isEmpty();
    }

    /** Returns the value of a place, or the text of a comment; a null value for a container. */
    static Scalar value(Place place) {
      if (place.element() instanceof Comment comment) {
        return new Scalar.Text(comment.text());
      }
      return place.element() instanceof Leaf leaf ? leaf.value() : new Scalar.Null();
    }

    /** Returns what this place has in a sealed file that is printed with a new layout. */
    Element printed() {
      Element element = place.element();
      if (!sealed()) {
        return element instanceof Leaf ? Leaf.of(value) : element;
      }
      return element instanceof Comment ? Comment.of(token) : Leaf.of(token);
    }
  }

  static TokenPlan of(
      Document plain,
      List<Place> places,
      SecretBytes dataKey,
      Entropy entropy,
      KeptTokens keptTokens) {
    refuseTooLarge(plain, places);
    int[] kept = keptTokens.choose(plain, places);
    byte[][] nonces = new byte[kept.length][];
    for (int i = 0; i < kept.length; i++) {
      nonces[i] = places.get(i).selected() && kept[i] < 0 ? entropy.bytes(Token.NONCE_BYTES) : null;
    }
    if (kept.length < Halves.LONG) {
      return new TokenPlan(part(places, 0, kept.length, kept, keptTokens, nonces, dataKey));
    }
    List<Entry> entries = new ArrayList<>(places.size());
    Halves.done(
            kept.length, (from, to) -> part(places, from, to, kept, keptTokens, nonces, dataKey))
        .forEach(entries::addAll);
    return new TokenPlan(entries);
  }

  private static List<Entry> part(
      List<Place> places,
      int from,
      int to,
      int[] kept,
      KeptTokens keptTokens,
      byte[][] nonces,
      SecretBytes dataKey) {
    ValueCipher cipher = new ValueCipher(new AesGcm(dataKey.exposed()));
    Inherited<AdditionalData> paths = new Inherited<>(AdditionalData.ROOT, AdditionalData::then);
    List<Entry> entries = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      entries.add(
          kept[i] < 0
              ? entry(places.get(i), paths, cipher, nonces[i])
              : kept(places.get(i), keptTokens.place(kept[i]), kept[i]));
    }
    return entries;
  }

  private static Entry kept(Place place, OpenedPlace old, int index) {
    return new Entry(place, old.value(), old.token(), index);
  }

  /** Refuses a sealed file that exceeds the limits for reading, because it could not be opened. */
  private static void refuseTooLarge(Document plain, List<Place> places) {
    boolean text = !plain.format().encryptsWhole();
    int longest = text ? Limits.SCALAR_BYTES : Limits.FILE_BYTES;
    long size = plain.source().bytes().length;
    for (Place place : places) {
      if (place.selected()) {
        boolean written = place.reference().isEmpty() && place.element() instanceof Leaf;
        long token = Token.length(ValueText.length(Entry.value(place)));
        size += token - (written ? ((Leaf) place.element()).span().length() : 0);
        if (token > longest) {
          throw tooLarge(plain, "the value at " + place.path() + ", once encrypted", longest);
        }
      }
    }
    int most = text ? Limits.TEXT_BYTES : Limits.FILE_BYTES;
    if (size > most) {
      throw tooLarge(plain, "the file, once encrypted", most);
    }
  }

  private static SealconfException tooLarge(Document plain, String what, int most) {
    return new FileFailure.Malformed(what + ", would be larger than " + (most >> 20) + " MiB")
        .at(Location.of(plain.source().name()))
        .hint(
            !plain.format().encryptsWhole()
                ? FormatHints.encryptWholeOr("split it")
                : "split the file, or encrypt it with another tool, such as age");
  }

  private static Entry entry(
      Place place, Inherited<AdditionalData> paths, ValueCipher cipher, byte[] nonce) {
    boolean comment = place.element() instanceof Comment;
    Scalar value = Entry.value(place);
    if (!place.selected()) {
      return new Entry(place, value, "", -1);
    }
    AdditionalData path = paths.at(place.path());
    String type = comment ? ValueCipher.COMMENT : ValueText.type(value);
    String token = cipher.seal(ValueText.bytes(value), type, path, nonce);
    return new Entry(place, value, token, -1);
  }

  /** Makes the token of a comment that has another place in the sealed file. */
  interface Resealing {
    String token(Entry entry, Comment sealed, AdditionalData path);
  }

  /**
   * Returns the plan for the resulting sealed file. A comment may belong to another map or list
   * there, for example after an alias that had to be expanded. Its token is made for the place
   * where SOPS will find it.
   *
   * @param sealed the places of the sealed file: one for each entry that {@code remains}
   */
  TokenPlan settled(
      List<Place> sealed, Predicate<Entry> remains, KeptTokens keptTokens, Resealing resealing) {
    Inherited<AdditionalData> paths = new Inherited<>(AdditionalData.ROOT, AdditionalData::then);
    List<Entry> settled = new ArrayList<>(entries);
    int next = 0;
    for (int i = 0; i < entries.size() && next < sealed.size(); i++) {
      Entry entry = entries.get(i);
      if (!remains.test(entry)) {
        continue;
      }
      Place place = sealed.get(next++);
      if (!entry.sealed() || !(place.element() instanceof Comment comment)) {
        continue;
      }
      TreePath made =
          entry.kept() < 0 ? entry.place().path() : keptTokens.place(entry.kept()).place().path();
      AdditionalData path = paths.at(place.path());
      if (!path.equals(paths.at(made))) {
        String token = resealing.token(entry, comment, path);
        settled.set(i, new Entry(entry.place(), entry.value(), token, -1));
      }
    }
    return new TokenPlan(settled);
  }

  /** Returns the values of these tokens, for the reader of the file that they are written to. */
  KnownValues known(Predicate<Entry> remains) {
    return new KnownValues(entries.stream().filter(remains).toList());
  }

  /** Returns whether every token is an old one. */
  boolean keepsAll() {
    return entries.stream().allMatch(entry -> !entry.sealed() || entry.kept() >= 0);
  }

  /** Returns whether there are values but the selection wants none of them. */
  boolean sealsNothing() {
    boolean values =
        entries.stream()
            .anyMatch(
                e -> e.place().element() instanceof Leaf && ValueText.bytes(e.value()).length > 0);
    return values
        && entries.stream().noneMatch(e -> e.sealed() && e.place().element() instanceof Leaf);
  }

  /**
   * Returns the places of the sealed document with the values and tokens that this plan has for
   * them.
   *
   * @param places the places of the sealed document, in its order
   * @param remains which entries the sealed document still has
   * @throws SealconfException with exit code 23 if the sealed document has other places
   */
  List<OpenedPlace> openedAt(List<Place> places, Predicate<Entry> remains) {
    List<Entry> left = entries.stream().filter(remains).toList();
    if (places.size() != left.size()) {
      throw new SealingFailure.NotEncryptable("the file has other places");
    }
    List<OpenedPlace> opened = new ArrayList<>(places.size());
    for (int i = 0; i < places.size(); i++) {
      opened.add(new OpenedPlace(places.get(i), left.get(i).value(), left.get(i).token()));
    }
    return opened;
  }
}
