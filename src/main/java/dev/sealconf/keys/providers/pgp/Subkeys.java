package dev.sealconf.keys.providers.pgp;

import java.util.ArrayList;
import java.util.List;

/** Reads gpg's {@code --with-colons} listing (GnuPG's {@code doc/DETAILS}). */
final class Subkeys {
  private static final int VALIDITY = 1;
  private static final int NAME = 9;
  private static final int CAPABILITIES = 11;

  /** Invalid, disabled, revoked or expired. */
  private static final String UNUSABLE = "idre";

  private Subkeys() {}

  /** Returns the fingerprints of the subkeys that can encrypt now. */
  static List<String> listed(String text) {
    List<String> fingerprints = new ArrayList<>();
    boolean usable = false;
    for (String line : text.split("\n")) {
      String[] fields = line.split(":", -1);
      if (fields[0].equals("pub") || fields[0].equals("sub")) {
        usable = fields[0].equals("sub") && isUsable(fields);
      } else if (fields[0].equals("fpr") && usable && fields.length > NAME) {
        fingerprints.add(fields[NAME]);
      }
    }
    return fingerprints;
  }

  private static boolean isUsable(String[] fields) {
    return fields.length > CAPABILITIES
        && fields[CAPABILITIES].contains("e")
        && (fields[VALIDITY].isEmpty() || UNUSABLE.indexOf(fields[VALIDITY].charAt(0)) < 0);
  }
}
