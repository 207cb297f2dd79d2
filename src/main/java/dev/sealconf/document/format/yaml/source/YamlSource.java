package dev.sealconf.document.format.yaml.source;

import dev.sealconf.document.FormatHints;
import dev.sealconf.document.SourceText;
import dev.sealconf.document.Span;
import dev.sealconf.document.format.SizeLimit;
import dev.sealconf.error.FailureType;
import dev.sealconf.error.FileFailure;
import dev.sealconf.error.SealconfException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a YAML file, checked to be text that can be parsed. */
public final class YamlSource {
  public final SourceText source;
  public final byte[] bytes;

  /** The start of the text, after a byte order mark. */
  public final int begin;

  /** The line ending of the file: the first one it has. */
  public final String eol;

  /** Whether the text is printable ASCII without tabs, in lines that end with a line feed. */
  public final boolean plainLines;

  /** The decoded text; null until it is needed. */
  private String text;

  /** Checks the bytes. */
  public YamlSource(SourceText source) {
    this.source = source;
    this.bytes = source.bytes();
    SizeLimit.check(source);
    refuseOtherEncodings();
    this.begin = startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0;
    refuseMergeConflict();
    this.eol = lineEnding(bytes);
    this.plainLines = begin == 0 && hasPlainLines();
    if (!plainLines) {
      refuseOtherCharacters(textFrom(begin));
    }
  }

  private boolean hasPlainLines() {
    for (byte b : bytes) {
      if (b < ' ' && b != '\n' || b == 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Returns the text from a byte offset on. */
  public String textFrom(int offset) {
    if (plainLines) {
      return new String(bytes, offset, bytes.length - offset, StandardCharsets.ISO_8859_1);
    }
    if (text == null) {
      text = decode();
    }
    return offset == begin ? text : text(offset, bytes.length);
  }

  /** Returns a failure to read at this byte. */
  public SealconfException failure(int offset, String message) {
    return failure(FileFailure.Malformed::new, offset, message);
  }

  /** Returns a failure of this type at this byte. */
  public SealconfException failure(FailureType type, int offset, String message) {
    return type.of(message).at(source.locate(offset));
  }

  /** Returns the failure for text that SOPS would refuse or read differently. */
  public SealconfException refusal(int offset, String message, String hint) {
    return failure(offset, message).hint(hint).hintForPlain("or " + FormatHints.encryptWhole());
  }

  /** Returns the text between two byte offsets. */
  public String text(int start, int end) {
    return source.text(new Span(start, end));
  }

  /** Returns the line ending to use for text that is added to this file. */
  static String lineEnding(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i > 0 && bytes[i - 1] == '\r' ? "\r\n" : "\n";
      }
    }
    return "\n";
  }

  private boolean startsWith(int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private void refuseOtherEncodings() {
    boolean wide = startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF);
    for (int i = 0; i < Math.min(bytes.length, 4); i++) {
      wide |= bytes[i] == 0;
    }
    if (wide) {
      throw failure(0, "the file is UTF-16 or UTF-32 text")
          .hintForPlain(FormatHints.encryptWholeOr("convert it to UTF-8 first"));
    }
  }

  private String decode() {
    if (isAscii()) {
      return new String(bytes, begin, bytes.length - begin, StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, begin, bytes.length - begin))
          .toString();
    } catch (CharacterCodingException malformed) {
      throw failure(firstMalformed(), "the text is not valid UTF-8")
          .hintForPlain(FormatHints.encryptWhole())
          .from(malformed);
    }
  }

  /**
   * Refuses characters that end a line in SOPS but not in YAML 1.2, and characters that SOPS
   * refuses.
   */
  private void refuseOtherCharacters(String text) {
    int offset = begin;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0x85 || c == 0x2028 || c == 0x2029) {
        throw refusal(
            offset,
            "the character U+%04X ends a line to SOPS".formatted((int) c),
            "write it as an escape in double quotes: \\u%04X".formatted((int) c));
      }
      if (c >= 0x7F && c < 0xA0) {
        throw refusal(
            offset,
            "SOPS does not allow the control character U+%04X".formatted((int) c),
            "write it as an escape in double quotes, such as \\x7F");
      }
      offset += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
  }

  private boolean isAscii() {
    for (int i = begin; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private int firstMalformed() {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    StandardCharsets.UTF_8
        .newDecoder()
        .decode(in, java.nio.CharBuffer.allocate(bytes.length), true);
    return in.position();
  }

  private void refuseMergeConflict() {
    boolean ours = false;
    int marker = 0;
    for (int i = begin; i < bytes.length; i = nextLine(i)) {
      if (sevenOf('<', i)) {
        ours = true;
        marker = i;
      } else if (ours && (sevenOf('>', i) || sevenOf('=', i))) {
        throw failure(marker, "the file has an unresolved merge conflict")
            .hint("resolve the conflict between <<<<<<< and >>>>>>> first");
      }
    }
  }

  private int nextLine(int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  private boolean sevenOf(char c, int at) {
    if (at + 7 > bytes.length) {
      return false;
    }
    for (int i = at; i < at + 7; i++) {
      if (bytes[i] != c) {
        return false;
      }
    }
    return at + 7 == bytes.length || bytes[at + 7] <= ' ' && bytes[at + 7] >= 0;
  }
}
