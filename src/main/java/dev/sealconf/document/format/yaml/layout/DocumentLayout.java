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
 * @param map whether the root is a map; otherwise it is null
 * @param marker the start of the marker that begins the document, or of the text
 * @param start the end of the marker that begins the document
 * @param end the start of the next marker, or the end of the file
 */
public record DocumentLayout(
    YamlLayout root, boolean written, boolean map, Span sops, int marker, int start, int end)
    implements Layout {
  @Override
  public String tag() {
    return root.tag();
  }
}
