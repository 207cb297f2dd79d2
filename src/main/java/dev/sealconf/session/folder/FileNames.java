package dev.sealconf.session.folder;

import dev.sealconf.error.Printable;
import java.util.List;

/** Names one file or many in messages. */
public final class FileNames {
  private static final int NAMES_SHOWN = 5;

  private FileNames() {}

  /** Returns text such as {@code a.yaml} or {@code 7 files (a.yaml, b.yaml, …)}; safe to print. */
  public static String of(List<String> names) {
    return names.size() == 1 ? some(names) : names.size() + " files (" + some(names) + ")";
  }

  /** Returns the first five names, separated by commas; safe to print. */
  public static String some(List<String> names) {
    String first =
        String.join(", ", names.stream().limit(NAMES_SHOWN).map(Printable::plain).toList());
    return names.size() > NAMES_SHOWN ? first + ", …" : first;
  }

  /** Returns text such as {@code 1 file} or {@code 7 files}. */
  public static String count(int files) {
    return files + (files == 1 ? " file" : " files");
  }
}
