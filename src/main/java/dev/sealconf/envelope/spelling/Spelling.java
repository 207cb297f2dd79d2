package dev.sealconf.envelope.spelling;

import java.util.List;

/**
 * How a plain file was written, where its values alone don't say ({@code docs/format.md §9}).
 *
 * @param entries original texts, in document order
 * @param patches differences outside places, to apply in order
 * @param digest SHA-256 of the plain file in base64; empty if there is nothing to restore
 */
public record Spelling(List<Entry> entries, List<Patch> patches, String digest) {
  public static final Spelling NONE = new Spelling(List.of(), List.of(), "");

  /**
   * Identifies a value, a sealed comment or a container, using only what the seal covers.
   *
   * @param path the number of the document, then keys ({@code String}) and positions in lists
   *     ({@code Integer}); empty for a comment
   * @param number how many places with the same path come before it; for a comment, how many sealed
   *     comments
   */
  public record Address(List<Object> path, int number) {

    /** Returns the address of a sealed comment. */
    public static Address comment(int number) {
      return new Address(List.of(), number);
    }

    boolean isComment() {
      return path.isEmpty();
    }

    // Written out for a fast start, like the methods of Addresses.Slot.
    @Override
    public boolean equals(Object other) {
      return other instanceof Address address
          && address.number == number
          && address.path.equals(path);
    }

    @Override
    public int hashCode() {
      return 31 * path.hashCode() + number;
    }
  }

  /**
   * The original text of a sealed value or comment, or an alias.
   *
   * @param alias whether the text is an alias, which may also refer to a container or a clear value
   * @param indent for a text with line breaks, the number of spaces that started its first line
   */
  public record Entry(Address address, boolean alias, String text, int indent) {}

  /**
   * A change near one end of a file, in bytes.
   *
   * @param fromEnd whether {@code skip} counts from the end
   * @param skip the number of bytes between that end and the change
   */
  public record Patch(boolean fromEnd, int skip, byte[] was, byte[] is) {}

  /** Returns whether the values alone say everything. */
  public boolean isEmpty() {
    return entries.isEmpty() && patches.isEmpty();
  }
}
