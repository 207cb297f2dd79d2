package dev.sealconf.operation.merge;

import java.util.List;

/** A part of a merged text: text, or a conflict. Text is one character for each byte. */
public sealed interface Piece {

  /** What the merged text has, whoever wins. */
  record Text(String text) implements Piece {}

  /**
   * Whole lines that a person has to choose.
   *
   * @param places the entries or items that they hold, mostly one
   * @param comment whether only the comments before it differ
   * @param lines the lines of each version; empty where it was not there
   */
  record Conflict(List<Place> places, boolean comment, Versions<String> lines) implements Piece {}
}
