package dev.sealconf.io.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A secret typed or pasted at a terminal that passes on every key at once and marks pastes ({@link
 * #MARK_PASTES}). Line breaks in a marked paste are part of the secret; Enter ends it.
 */
public final class TypedSecret {
  /** Tells a terminal to mark pasted text. */
  public static final String MARK_PASTES = "\u001b[?2004h";

  /** Tells a terminal to stop marking pasted text. */
  public static final String LEAVE_PASTES = "\u001b[?2004l";

  private static final String PASTE_BEGINS = "[200~";
  private static final String PASTE_ENDS = "[201~";
  private static final int LONGEST = 1 << 20;
  private static final int END_OF_TEXT = 4;
  private static final int BACKSPACE = 8;
  private static final int ERASE_ALL = 21;
  private static final int ESCAPE = 27;
  private static final int DELETE = 127;

  private final InputStream keys;
  private byte[] typed = new byte[256];
  private int length;
  private boolean pasting;

  /** Reads from a terminal, and no more bytes than needed. */
  public TypedSecret(InputStream keys) {
    this.keys = keys;
  }

  /**
   * Reads up to Enter. A single pasted line loses its final line break; other pastes are kept as
   * they are.
   *
   * @return empty if the terminal closes, the user ends the input before typing anything, or the
   *     secret is longer than one mebibyte
   */
  public Optional<char[]> read() throws IOException {
    try {
      int key = keys.read();
      while (key >= 0 && length < LONGEST && (pasting || key != '\n' && key != END_OF_TEXT)) {
        take(key);
        key = keys.read();
      }
      boolean ended = key == '\n' || key == END_OF_TEXT && length > 0;
      return ended ? Optional.of(text()) : Optional.empty();
    } finally {
      Arrays.fill(typed, (byte) 0);
    }
  }

  private void take(int key) throws IOException {
    if (key == ESCAPE) {
      escape();
    } else if (pasting) {
      add(key == '\r' ? '\n' : key);
    } else if (key == BACKSPACE || key == DELETE) {
      eraseLast();
    } else if (key == ERASE_ALL) {
      length = 0;
    } else {
      add(key);
    }
  }

  /** Skips keys that start with Escape, such as arrows. */
  private void escape() throws IOException {
    StringBuilder sequence = new StringBuilder();
    int key = keys.read();
    sequence.append((char) key);
    if (key == '[') {
      do {
        key = keys.read();
        sequence.append((char) key);
      } while (key >= 0 && key < '@' && sequence.length() < PASTE_BEGINS.length() * 2);
    }
    if (sequence.toString().equals(PASTE_BEGINS)) {
      pasting = true;
    } else if (sequence.toString().equals(PASTE_ENDS)) {
      pasting = false;
    }
  }

  private void add(int key) {
    if (length == typed.length) {
      byte[] longer = Arrays.copyOf(typed, length * 2);
      Arrays.fill(typed, (byte) 0);
      typed = longer;
    }
    typed[length++] = (byte) key;
  }

  /** Removes the bytes of the last character. */
  private void eraseLast() {
    while (length > 0 && (typed[--length] & 0xC0) == 0x80) {
      typed[length] = 0;
    }
  }

  private char[] text() {
    int breaks = 0;
    for (int i = 0; i < length; i++) {
      breaks += typed[i] == '\n' ? 1 : 0;
    }
    boolean oneLine = breaks == 1 && typed[length - 1] == '\n';
    ByteBuffer bytes = ByteBuffer.wrap(typed, 0, oneLine ? length - 1 : length);
    CharBuffer decoded = StandardCharsets.UTF_8.decode(bytes);
    char[] text = new char[decoded.remaining()];
    decoded.get(text);
    Arrays.fill(decoded.array(), '\0');
    return text;
  }
}
