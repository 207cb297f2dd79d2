package dev.sealconf.exec.form;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every form of one secret: the secret and each of its lines, both as they are and Base64, hex,
 * percent-encoded, JSON-escaped and shell-quoted ({@code docs/variables.md §forms of a secret}).
 */
public final class SecretForms {
  /** The minimum length of a form in bytes. Shorter texts turn up by chance. */
  public static final int SHORTEST = 8;

  private SecretForms() {}

  /**
   * Returns each form of a secret that has at least {@link #SHORTEST} bytes, without duplicates.
   *
   * @param secret the bytes of the secret; one shorter than {@link #SHORTEST} has no forms
   */
  public static List<byte[]> of(byte[] secret) {
    Set<ByteBuffer> forms = new LinkedHashSet<>();
    if (secret.length >= SHORTEST) {
      add(secret, forms);
      for (byte[] line : lines(secret)) {
        add(line, forms);
      }
    }
    List<byte[]> all = new ArrayList<>();
    forms.forEach(form -> all.add(form.array()));
    return all;
  }

  private static void add(byte[] text, Set<ByteBuffer> forms) {
    if (text.length < SHORTEST) {
      return;
    }
    forms.add(ByteBuffer.wrap(text));
    List<String> derived = new ArrayList<>(EncodedForms.of(text));
    derived.addAll(QuotedForms.of(text));
    for (String form : derived) {
      byte[] bytes = form.getBytes(StandardCharsets.ISO_8859_1);
      if (bytes.length >= SHORTEST) {
        forms.add(ByteBuffer.wrap(bytes));
      }
    }
  }

  /**
   * Returns the text with surrounding white space removed and, if it has several lines, each line.
   */
  private static List<byte[]> lines(byte[] text) {
    List<byte[]> lines = new ArrayList<>();
    String all = new String(text, StandardCharsets.ISO_8859_1);
    lines.add(all.strip().getBytes(StandardCharsets.ISO_8859_1));
    if (all.indexOf('\n') >= 0 || all.indexOf('\r') >= 0) {
      for (String line : all.split("[\r\n]+", -1)) {
        lines.add(line.getBytes(StandardCharsets.ISO_8859_1));
        lines.add(line.strip().getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return lines;
  }
}
