package dev.sealconf.operation.merge;

import dev.sealconf.document.tree.TreePath;

/**
 * A place in a file.
 *
 * @param document the number of the document in the file, from 0
 */
public record Place(int document, TreePath path) {

  /**
   * Returns the path as messages show it, with the document's number, from 1, unless it is the
   * first.
   */
  @Override
  public String toString() {
    return document == 0 ? path.toString() : path + " in document " + (document + 1);
  }
}
