package dev.sealconf.keys.spi;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated lists of recipients as SOPS does. */
public final class RecipientList {
  private RecipientList() {}

  /** Returns the entries without white space around them, skipping empty ones. */
  public static List<String> entries(String list) {
    List<String> entries = new ArrayList<>();
    for (String entry : list.split(",")) {
      String text = entry.strip();
      if (!text.isEmpty()) {
        entries.add(text);
      }
    }
    return entries;
  }

  /** Returns the entries after removing all spaces, even within an entry. */
  public static List<String> entriesWithoutSpaces(String list) {
    return entries(list.replace(" ", ""));
  }
}
