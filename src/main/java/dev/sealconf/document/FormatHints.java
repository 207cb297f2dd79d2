package dev.sealconf.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Advice that names formats, for files and values that another format can't hold. Formats don't
 * know each other, so this class finds them by what they can hold. Use it only for failures,
 * because it loads all formats.
 */
public final class FormatHints {
  private FormatHints() {}

  /** Returns the advice to encrypt the file as one value. */
  public static String encryptWhole() {
    return "use " + wholeFlag() + " to encrypt the file as a whole";
  }

  /**
   * Returns other advice, such as "split the file", and encrypting it as one value as the
   * alternative.
   */
  public static String encryptWholeOr(String other) {
    return other + ", or " + encryptWhole();
  }

  /** Returns the flag that says that a file is one value. */
  public static String wholeFlag() {
    return "--input-type " + names(DocumentFormat::encryptsWhole).get(0);
  }

  /** Returns the advice to print one of the formats that fit. */
  public static String writeAs(Predicate<DocumentFormat> fit) {
    return "use --output-type " + anyOf(fit);
  }

  /** Returns the advice to keep a value in a file of one of the formats that fit. */
  public static String keepIn(Predicate<DocumentFormat> fit) {
    return "keep the value in a " + anyOf(fit) + " file";
  }

  private static String anyOf(Predicate<DocumentFormat> fit) {
    List<String> names = new ArrayList<>(names(fit));
    String last = names.remove(names.size() - 1);
    return (names.isEmpty() ? "" : String.join(", ", names) + " or ") + last;
  }

  private static List<String> names(Predicate<DocumentFormat> fit) {
    return new DocumentFormats().all().stream().filter(fit).map(DocumentFormat::name).toList();
  }
}
