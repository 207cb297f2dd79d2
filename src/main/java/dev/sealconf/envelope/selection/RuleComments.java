package dev.sealconf.envelope.selection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * Tells whether a comment that applies to a place matches a rule that selects by comment. The
 * comments above the place in its own map or list apply, and so do the comments above each map or
 * list around it ({@code docs/format.md §6}).
 */
public final class RuleComments {
  private final Predicate<String> matches;

  /** For each open map or list, whether a comment matched around it. */
  private final Deque<Boolean> outer = new ArrayDeque<>();

  private boolean around;
  private boolean here;
  private boolean hereBeforeLast;

  /** Starts outside any map; {@code matches} says whether the text of a comment matches. */
  public RuleComments(Predicate<String> matches) {
    this.matches = matches;
  }

  /** Called at the start of a map or list. */
  public void enter() {
    outer.push(around);
    around = any();
    clear();
  }

  /**
   * Called at the end of the map or list that was entered last; after it, only {@link #clear} may
   * be called.
   */
  public void leave() {
    around = outer.pop();
    clear();
  }

  /** Adds a comment that is above the next entry or item. */
  public void add(String text) {
    hereBeforeLast = here;
    here = here || matches.test(text);
  }

  /** Called at the end of the entry or item that the comments were above. */
  public void clear() {
    here = false;
    hereBeforeLast = false;
  }

  /** Returns whether a comment matches. */
  public boolean any() {
    return around || here;
  }

  /** Returns whether a comment other than the last one matches. */
  public boolean anyBeforeLast() {
    return around || hereBeforeLast;
  }
}
