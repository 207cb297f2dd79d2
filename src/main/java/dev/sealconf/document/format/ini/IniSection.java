package dev.sealconf.document.format.ini;

import dev.sealconf.document.Layout;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.MapNode;
import java.util.List;

/**
 * Where a section is.
 *
 * @param start the offset of the comment that belongs to it, or of its header line
 * @param header the offset of its header line
 * @param body the offset behind its header line
 * @param end the offset behind its last key's line
 * @param lines where its keys are, in the order of the map's entries
 */
record IniSection(int start, int header, int body, int end, List<Line> lines) implements Layout {

  /**
   * The lines of one key.
   *
   * @param start the offset of the comment that belongs to it, or of its line
   * @param key the offset of its line
   * @param end the offset behind its last line
   */
  record Line(int start, int key, int end) {}

  static IniSection of(Entry section) {
    return (IniSection) ((MapNode) section.value()).layout();
  }
}
