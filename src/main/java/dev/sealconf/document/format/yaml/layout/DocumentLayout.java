package dev.sealconf.document.format.yaml.layout;

import dev.sealconf.document.Layout;
import dev.sealconf.document.Span;

/**
 * How the root of a document was written.
 *
 * @param root the root's own layout
 * @param written whether anything is written for the root
 * @param sops the extent of the metadata entry in this document, from the start of its first line;
 *     or null
 * @param map whether the root is a map; else it is null
 * @param marker where the marker that begins the document is, or the text begins
 * @param start behind the marker that begins the document
 * @param end where the next marker begins, or the end of the file
 */
public record DocumentLayout(
    YamlLayout root, boolean written, boolean map, Span sops, int marker, int start, int end)
    implements Layout {
  @Override
  public String tag() {
    return root.tag();
  }
}
