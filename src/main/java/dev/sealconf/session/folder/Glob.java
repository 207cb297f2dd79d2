package dev.sealconf.session.folder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A wildcard pattern of {@code gitignore(5)} over bytes that are held as chars. {@code *} and
 * {@code ?} stop at slashes; {@code **} between slashes, or at an end of the pattern, does not;
 * {@code [a-z]} is one byte. Takes time proportional to pattern length times text length, whatever
 * the pattern.
 */
final class Glob {

  /**
   * The bytes that match here; a {@code repeated} step matches any number of them, including none.
   */
  private record Step(BitSet bytes, boolean repeated, boolean folders) {}

  /** Thrown for an unclosed bracket or an unknown class: such a pattern matches nothing. */
  private static final class NeverException extends Exception {
    private static final long serialVersionUID = 1L;

    NeverException() {
      super(null, null, false, false);
    }
  }

  private static final int BYTES = 256;
  private static final BitSet ANY = all();
  private static final BitSet NO_SLASH = notSlash();

  private final String pattern;
  private final List<Step> steps = new ArrayList<>();
  private final boolean never;
  private int at;

  Glob(String pattern) {
    this.pattern = pattern;
    boolean malformed = false;
    try {
      while (at < pattern.length()) {
        step();
      }
    } catch (NeverException e) {
      malformed = true;
    }
    this.never = malformed;
  }

  /** Returns whether the whole text matches. */
  boolean matches(String text) {
    if (never) {
      return false;
    }
    BitSet states = new BitSet(steps.size() + 1);
    enter(states, 0);
    for (int i = 0; i < text.length() && !states.isEmpty(); i++) {
      BitSet next = new BitSet(steps.size() + 1);
      for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
        if (s < steps.size() && steps.get(s).bytes().get(text.charAt(i))) {
          read(next, s, text.charAt(i));
        }
      }
      states = next;
    }
    return states.get(steps.size());
  }

  private void read(BitSet next, int state, char c) {
    Step step = steps.get(state);
    if (step.folders()) { // Any bytes; may end after a slash.
      next.set(state);
      if (c == '/') {
        enter(next, state + 1);
      }
    } else {
      enter(next, step.repeated() ? state : state + 1);
    }
  }

  /** Enters a step, and the next one as well if the step may match nothing. */
  private void enter(BitSet states, int first) {
    int state = first;
    states.set(state);
    while (state < steps.size() && (steps.get(state).repeated() || steps.get(state).folders())) {
      states.set(++state);
    }
  }

  private void step() throws NeverException {
    char c = pattern.charAt(at++);
    switch (c) {
      case '*' -> star();
      case '?' -> steps.add(new Step(NO_SLASH, false, false));
      case '[' -> steps.add(new Step(bracket(), false, false));
      case '\\' -> steps.add(one(escaped()));
      default -> steps.add(one(c));
    }
  }

  private void star() {
    int first = at - 1;
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    boolean starts = first == 0 || pattern.charAt(first - 1) == '/';
    boolean slash = pattern.startsWith("/", at);
    boolean ends = at == pattern.length() || slash || pattern.startsWith("\\/", at);
    if (at - first < 2 || !starts || !ends) {
      steps.add(new Step(NO_SLASH, true, false));
    } else if (slash) {
      steps.add(new Step(ANY, false, true));
      at++;
    } else {
      steps.add(new Step(ANY, true, false));
    }
  }

  private BitSet bracket() throws NeverException {
    boolean negated = pattern.startsWith("!", at) || pattern.startsWith("^", at);
    if (negated) {
      at++;
    }
    BitSet set = new BitSet(BYTES);
    int before = -1;
    boolean first = true;
    while (first || current() != ']') {
      first = false;
      before = member(set, before);
    }
    at++;
    if (negated) {
      set.flip(0, BYTES);
    }
    set.clear('/');
    return set;
  }

  /** Adds the next bracket member to the set. Returns the byte that may start a range, or -1. */
  private int member(BitSet set, int before) throws NeverException {
    char c = current();
    at++;
    if (c == '\\') {
      c = escaped();
    } else if (c == '-' && before >= 0 && at < pattern.length() && pattern.charAt(at) != ']') {
      char last = current();
      at++;
      last = last == '\\' ? escaped() : last;
      if (before <= last) {
        set.set(before, last + 1);
      }
      return -1;
    } else if (c == '[' && at < pattern.length() && pattern.charAt(at) == ':') {
      int end = pattern.indexOf(']', at + 1);
      if (end < 0) {
        throw new NeverException();
      }
      if (end > at + 1 && pattern.charAt(end - 1) == ':') {
        set.or(named(pattern.substring(at + 1, end - 1)));
        at = end + 1;
        return -1;
      }
    }
    set.set(c);
    return c;
  }

  private char current() throws NeverException {
    if (at >= pattern.length()) {
      throw new NeverException();
    }
    return pattern.charAt(at);
  }

  private char escaped() throws NeverException {
    char c = current();
    at++;
    return c;
  }

  private static Step one(char c) {
    BitSet set = new BitSet(BYTES);
    set.set(c);
    return new Step(set, false, false);
  }

  /** Returns the bytes of a class in the C locale. */
  private static BitSet named(String name) throws NeverException {
    BitSet set = new BitSet(BYTES);
    switch (name) {
      case "alnum" -> {
        set.or(named("alpha"));
        set.or(named("digit"));
      }
      case "alpha" -> {
        set.or(named("lower"));
        set.or(named("upper"));
      }
      case "blank" -> {
        set.set(' ');
        set.set('\t');
      }
      case "cntrl" -> {
        set.set(0, ' ');
        set.set(0x7f);
      }
      case "digit" -> set.set('0', '9' + 1);
      case "graph" -> set.set('!', 0x7f);
      case "lower" -> set.set('a', 'z' + 1);
      case "print" -> set.set(' ', 0x7f);
      case "punct" -> {
        set.or(named("graph"));
        set.andNot(named("alnum"));
      }
      case "space" -> {
        set.set('\t', '\r' + 1);
        set.set(' ');
      }
      case "upper" -> set.set('A', 'Z' + 1);
      case "xdigit" -> {
        set.or(named("digit"));
        set.set('a', 'f' + 1);
        set.set('A', 'F' + 1);
      }
      default -> throw new NeverException();
    }
    return set;
  }

  private static BitSet all() {
    BitSet set = new BitSet(BYTES);
    set.set(0, BYTES);
    return set;
  }

  private static BitSet notSlash() {
    BitSet set = all();
    set.clear('/');
    return set;
  }
}
