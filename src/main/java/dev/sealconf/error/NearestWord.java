package dev.sealconf.error;

import java.util.Collection;
import java.util.Optional;

/**
 * Finds the word that the user meant to type.
 *
 * @hidden for this program itself
 */
public final class NearestWord {
  private NearestWord() {}

  /** Returns the candidate closest to the typed word, if it is close enough to be a typo. */
  public static Optional<String> of(String typed, Collection<String> candidates) {
    String best = null;
    int least = Math.max(2, typed.length() / 3) + 1;
    for (String candidate : candidates) {
      int distance = distance(typed, candidate);
      if (distance < least && distance < candidate.length() - 1) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Returns the Levenshtein distance: the number of inserted, deleted and replaced characters. */
  public static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
