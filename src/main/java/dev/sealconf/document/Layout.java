package dev.sealconf.document;

/**
 * What a format remembers of how a node was written (quoting, indentation, flow or block), for its
 * own use when it puts another text there. All but the tag is opaque to everyone else.
 */
public interface Layout {

  /** The layout of what was never read from a file. */
  Layout NONE = new Layout() {};

  /**
   * What the node says of its meaning beside its type, for readers that know it: a custom tag of
   * YAML ({@code !include}). Empty if it says nothing.
   */
  default String tag() {
    return "";
  }
}
