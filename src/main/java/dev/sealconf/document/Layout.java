package dev.sealconf.document;

/**
 * What a format remembers about how a node was written (quotes, indentation, flow or block), to use
 * when it puts another text there. Other code may read only the tag.
 */
public interface Layout {

  /** The layout of a node that was not read from a file. */
  Layout NONE = new Layout() {};

  /**
   * Returns what the node says about its meaning besides its type, for readers that know it: a
   * custom YAML tag ({@code !include}). Empty if it says nothing.
   */
  default String tag() {
    return "";
  }
}
