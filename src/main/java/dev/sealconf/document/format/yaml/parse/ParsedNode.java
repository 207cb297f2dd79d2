package dev.sealconf.document.format.yaml.parse;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * A parsed node, with the comments that SOPS's parser attaches to it. The keys and values of a map
 * alternate in {@code children}.
 */
public final class ParsedNode {
  public enum Kind {
    SCALAR,
    MAP,
    LIST,
    ALIAS
  }

  public final Kind kind;

  /** The start of the first property, or of the content if there is none. */
  public int start;

  public int end;

  /** The start of the content, after anchor and tag. */
  public int content;

  /** The offset of the tag, or -1. */
  public int tagStart = -1;

  int tagEnd;

  /** The tag in its short form ({@code !!int}), or empty. */
  public String tag = "";

  public String anchor;
  public String value = "";
  public ScalarStyle style = ScalarStyle.PLAIN;

  /** Whether a collection is written in brackets. */
  public boolean flow;

  /** Whether the node is inside brackets. */
  public boolean inFlow;

  /** Whether nothing at all is written for it. */
  public boolean absent;

  /** The column of a block collection's entries; for a scalar, of the enclosing collection. */
  public int indent;

  /** The indentation of the lines of a block scalar. */
  public int lineIndent;

  /** The separator that must precede a value when an absent one is written. */
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

  /** Returns comments in this collection that SOPS drops. */
  public List<CommentLine> lost() {
    return lost == null ? PendingComments.NONE : lost;
  }

  /** Adds comments in this collection that SOPS drops. */
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
