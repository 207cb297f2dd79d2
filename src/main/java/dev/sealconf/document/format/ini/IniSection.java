package dev.sealconf.document.format.ini;

import dev.sealconf.document.Layout;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.MapNode;
import java.util.List;

/**
 * The location of a section.
 *
 * @param start the offset of its comment or, without one, of its header line
 * @param header the offset of its header line
 * @param body the offset after its header line
 * @param end the offset after the line of its last key
 * @param lines the locations of its keys, in the order of the map's entries
 */
record IniSection(int start, int header, int body, int end, List<Line> lines) implements Layout {

  /**
   * The lines of one key.
   *
   * @param start the offset of its comment or, without one, of its line
   * @param key the offset of its line
   * @param end the offset after its last line
   */
  record Line(int start, int key, int end) {}

  static IniSection of(Entry section) {
    return (IniSection) ((MapNode) section.value()).layout();
  }
}
