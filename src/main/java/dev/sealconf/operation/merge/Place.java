package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.TreePath;

/**
 * A place in a file.
 *
 * @param document which document of the file, from 0
 */
public record Place(int document, TreePath path) {

  /** The path as messages show it; the document's number, from 1, unless it is the first. */
  @Override
  public String toString() {
    return document == 0 ? path.toString() : path + " in document " + (document + 1);
  }
}
