package dev.sealconf.envelope.selection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * Whether comments in force at some place match a rule that goes by comments. In force are those
 * above the place in its own map or list, and those above each map or list around it ({@code
 * docs/format.md §6}).
 */
public final class RuleComments {
  private final Predicate<String> matches;

  /** Whether one matched around each open map or list. */
  private final Deque<Boolean> outer = new ArrayDeque<>();

  private boolean around;
  private boolean here;
  private boolean hereBeforeLast;

  /** Starts outside of any map; {@code matches} says whether the text of a comment matches. */
  public RuleComments(Predicate<String> matches) {
    this.matches = matches;
  }

  /** A map or list begins. */
  public void enter() {
    outer.push(around);
    around = any();
    clear();
  }

  /** The map or list that was entered last ends; nothing but {@link #clear} may follow in it. */
  public void leave() {
    around = outer.pop();
    clear();
  }

  /** A comment is above what follows. */
  public void add(String text) {
    hereBeforeLast = here;
    here = here || matches.test(text);
  }

  /** The entry or item that the comments stood above has ended. */
  public void clear() {
    here = false;
    hereBeforeLast = false;
  }

  /** Whether one matches. */
  public boolean any() {
    return around || here;
  }

  /** Whether one but the last matches. */
  public boolean anyBeforeLast() {
    return around || hereBeforeLast;
  }
}
