package dev.sealconf.document;

/**
 * What a format remembers of how a node was written (quoting, indentation, flow or block), for its
 * own use when it puts another text there. Opaque to everyone else.
 */
public interface Layout {

  /** The layout of what was never read from a file. */
  Layout NONE = new Layout() {};
}
