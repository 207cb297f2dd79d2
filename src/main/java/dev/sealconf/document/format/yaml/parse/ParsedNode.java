package dev.sealconf.document.format.yaml.parse;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * A node as it was parsed, with the comments that the parser of SOPS gives to it. Keys and values
 * of a map alternate in {@code children}.
 */
public final class ParsedNode {
  public enum Kind {
    SCALAR,
    MAP,
    LIST,
    ALIAS
  }

  public final Kind kind;

  /** From the first property to the last byte of the content. */
  public int start;

  public int end;

  /** Where the content begins, behind anchor and tag. */
  public int content;

  /** Where the tag is, or -1. */
  public int tagStart = -1;

  int tagEnd;

  /** The tag in its short form ({@code !!int}), or empty. */
  public String tag = "";

  public String anchor;
  public String value = "";
  public ScalarStyle style = ScalarStyle.PLAIN;

  /** Whether a collection is written in brackets. */
  public boolean flow;

  /** Whether it is inside brackets. */
  public boolean inFlow;

  /** Whether nothing at all is written for it. */
  public boolean absent;

  /** The column of the entries of a block collection; of the enclosing one for a scalar. */
  public int indent;

  /** The indentation of the lines of a block scalar. */
  public int lineIndent;

  /** The separator that an absent value needs before it can be written. */
  public String separator = "";

  public ParsedNode target;
  public final List<ParsedNode> children;

  public List<CommentLine> head = PendingComments.NONE;
  public List<CommentLine> line = PendingComments.NONE;
  public List<CommentLine> foot = PendingComments.NONE;

  private List<CommentLine> lost;

  ParsedNode(Kind kind, int start, int end) {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.content = start;
    this.children = kind == Kind.MAP || kind == Kind.LIST ? new ArrayList<>() : List.of();
  }

  /** Comments that SOPS drops and that are in this collection. */
  public List<CommentLine> lost() {
    return lost == null ? PendingComments.NONE : lost;
  }

  /** Adds such comments. */
  public void lose(List<CommentLine> comments) {
    if (lost == null) {
      lost = new ArrayList<>();
    }
    lost.addAll(comments);
  }

  void take(PendingComments notes) {
    head = notes.head;
    line = notes.line;
    foot = notes.foot;
    notes.head = PendingComments.NONE;
    notes.line = PendingComments.NONE;
    notes.foot = PendingComments.NONE;
  }
}
