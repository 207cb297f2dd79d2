package dev.sealconf.io.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a command line into words as SOPS does, without a shell. White space separates words.
 * {@code '…'} preserves everything. {@code "…"} preserves everything except a backslash, which
 * makes the next character literal, as it does outside quotes. A {@code #} at the start of a word
 * begins a comment.
 */
public final class ShellWords {
  private static final String SPACE = " \t\r\n";

  private final String text;
  private final List<String> words = new ArrayList<>();
  private StringBuilder word;
  private int at;

  private ShellWords(String text) {
    this.text = text;
  }

  /**
   * Returns the words, or empty if a quote isn't closed or the text ends with an unescaped
   * backslash.
   */
  public static Optional<List<String>> split(String text) {
    ShellWords words = new ShellWords(text);
    return words.read() ? Optional.of(words.words) : Optional.empty();
  }

  private boolean read() {
    boolean complete = true;
    while (complete && at < text.length()) {
      char c = text.charAt(at++);
      if (SPACE.indexOf(c) >= 0) {
        endWord();
      } else if (c == '#' && word == null) {
        skipComment();
      } else if (c == '\'' || c == '"') {
        complete = quoted(c);
      } else {
        complete = c == '\\' ? escaped() : add(c);
      }
    }
    endWord();
    return complete;
  }

  private boolean quoted(char quote) {
    word = word == null ? new StringBuilder() : word;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return true;
      }
      boolean complete = c == '\\' && quote == '"' ? escaped() : add(c);
      if (!complete) {
        return false;
      }
    }
    return false;
  }

  private boolean escaped() {
    return at < text.length() && add(text.charAt(at++));
  }

  private boolean add(char c) {
    word = word == null ? new StringBuilder() : word;
    word.append(c);
    return true;
  }

  private void endWord() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }

  private void skipComment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }
}
