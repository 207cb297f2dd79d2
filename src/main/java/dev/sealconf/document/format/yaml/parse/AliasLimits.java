package dev.sealconf.document.format.yaml.parse;

import dev.sealconf.document.FormatHints;
import dev.sealconf.document.Limits;
import dev.sealconf.document.format.yaml.source.YamlSource;
import dev.sealconf.error.SealconfException;

/**
 * Counts what a file contains after its aliases are expanded, so that a few lines of aliases can't
 * expand to more than the program can handle ({@code docs/security.md §limits}).
 */
public final class AliasLimits {

  /**
   * The counts at some point.
   *
   * @param places values, comments, maps and lists
   * @param characters the characters of values and keys
   */
  public record Size(int places, long characters) {}

  private final YamlSource source;
  private int places;
  private long characters;
  private int aliasedPlaces;
  private long aliasedCharacters;
  private int aliasDepth;

  /** Counts for this file, starting at zero. */
  public AliasLimits(YamlSource source) {
    this.source = source;
  }

  /** Counts a node and the length of its text. */
  public void add(ParsedNode raw) {
    count(1, raw.value.length(), raw.start);
  }

  /** Counts the text of a key. */
  public void addKey(String name, ParsedNode key) {
    count(0, name.length(), key.start);
  }

  /** Counts a comment. */
  public void addComment(CommentLine line) {
    count(1, line.text.length(), line.start);
  }

  /**
   * Starts counting what is read through an alias, up to {@link #leaveAlias}. Returns the current
   * counts.
   */
  public Size enterAlias() {
    aliasDepth++;
    return new Size(places, characters);
  }

  /** Returns what was counted since {@link #enterAlias} returned {@code before}. */
  public Size leaveAlias(Size before) {
    aliasDepth--;
    return new Size(places - before.places(), characters - before.characters());
  }

  /** Counts the target of another alias of the same anchor. */
  public void addAliased(Size size, ParsedNode alias) {
    aliasDepth++;
    count(size.places(), size.characters(), alias.start);
    aliasDepth--;
  }

  private void count(int morePlaces, long moreCharacters, int offset) {
    places += morePlaces;
    characters += moreCharacters;
    if (aliasDepth > 0) {
      aliasedPlaces += morePlaces;
      aliasedCharacters += moreCharacters;
      if (aliasedPlaces > Limits.ALIASED_PLACES || aliasedCharacters > Limits.ALIASED_CHARACTERS) {
        throw source
            .failure(
                offset,
                "the aliases of the file expand to more than "
                    + Limits.ALIASED_PLACES
                    + " values or "
                    + (Limits.ALIASED_CHARACTERS >> 20)
                    + " MiB of text")
            .hintForPlain(FormatHints.encryptWholeOr("use fewer aliases"));
      }
    }
    if (places > Limits.LEAVES) {
      throw tooMany(source, offset);
    }
  }

  /** Returns the failure for a file with more values than {@link Limits#LEAVES}. */
  static SealconfException tooMany(YamlSource source, int offset) {
    return source
        .failure(offset, "the file has more than " + Limits.LEAVES + " values and comments")
        .hintForPlain(FormatHints.encryptWholeOr("split it"));
  }
}
