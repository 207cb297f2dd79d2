package dev.sealconf.document.format.yaml.parse;

/** Moves comments between the entries of a map once all entries are known. */
final class MapComments {
  private MapComments() {}

  /** Adds an entry. Comments below a value belong to its key. */
  static void pair(ParsedNode map, ParsedNode key, ParsedNode value) {
    value.inFlow |= map.flow;
    int size = map.children.size();
    if (!map.flow && !key.foot.isEmpty() && size > 0) {
      map.children.get(size - 2).foot = key.foot;
      key.foot = PendingComments.NONE;
    }
    if (key.foot.isEmpty() && !value.foot.isEmpty()) {
      key.foot = value.foot;
      value.foot = PendingComments.NONE;
    }
    map.children.add(key);
    map.children.add(value);
  }

  /** Moves the comments before the end of a block map to its last key. */
  static void close(ParsedNode map, ParsedNode end) {
    map.line = end.line;
    map.foot = end.foot;
    int size = map.children.size();
    if (!map.foot.isEmpty() && size > 0) {
      map.children.get(size - 2).foot = map.foot;
      map.foot = PendingComments.NONE;
    }
  }
}
