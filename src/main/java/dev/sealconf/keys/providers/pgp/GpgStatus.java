package dev.sealconf.keys.providers.pgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads gpg's status lines, as requested with {@code --status-fd} (GnuPG's {@code doc/DETAILS}).
 * They are the same in every language. gpg's other text is never shown.
 */
final class GpgStatus {
  private static final String PREFIX = "[GNUPG:] ";

  /**
   * The bits of an error that hold its code; the upper bits say which part of GnuPG reports it
   * (libgpg-error).
   */
  private static final int CODE = 0xFFFF;

  private final List<String[]> lines = new ArrayList<>();
  private final boolean agentFailed;

  /** Parses gpg's standard error. */
  GpgStatus(String errors) {
    boolean agent = false;
    for (String line : errors.split("\n")) {
      if (line.startsWith(PREFIX)) {
        lines.add(line.substring(PREFIX.length()).split(" "));
      } else {
        // There is no status line for this. The path is the same in every language; a warning that
        // the agent is older than gpg contains only the bare name.
        agent |= line.contains("/gpg-agent'") || line.contains("no gpg-agent running");
      }
    }
    agentFailed = agent;
  }

  /** Returns whether gpg decrypted something. Also true if it could report no status at all. */
  boolean decrypted() {
    return lines.isEmpty() || has("DECRYPTION_OKAY");
  }

  /** Returns the fingerprints of the subkey that decrypted the message and of its primary key. */
  List<String> usedKeys() {
    return lines.stream()
        .filter(line -> line[0].equals("DECRYPTION_KEY") && line.length > 2)
        .flatMap(line -> Stream.of(line[1], line[2]))
        .toList();
  }

  /** Returns why gpg didn't encrypt, if known. */
  Optional<GpgTrouble> encrypting() {
    for (String[] line : lines) {
      if (line[0].equals("INV_RECP")) {
        boolean unknown = line.length > 1 && line[1].equals("1");
        return Optional.of(unknown ? GpgTrouble.NO_PUBLIC_KEY : GpgTrouble.UNUSABLE_KEY);
      }
    }
    return Optional.empty();
  }

  /** Returns why gpg didn't decrypt, if known. */
  Optional<GpgTrouble> decrypting() {
    for (String[] line : lines) {
      if (line[0].equals("ERROR") && line.length > 2 && line[1].equals("pkdecrypt_failed")) {
        return ofError(line[2]);
      }
    }
    if (agentFailed) {
      return Optional.of(GpgTrouble.NO_AGENT);
    }
    if (has("NO_SECKEY")) {
      return Optional.of(GpgTrouble.NO_SECRET_KEY);
    }
    if (has("NODATA") && !has("ENC_TO")) {
      return Optional.of(GpgTrouble.NOT_A_MESSAGE);
    }
    return has("ENC_TO") ? Optional.of(GpgTrouble.DAMAGED) : Optional.empty();
  }

  private static Optional<GpgTrouble> ofError(String number) {
    try {
      return Optional.ofNullable(
          switch ((int) Long.parseLong(number) & CODE) {
            case 11, 87 -> GpgTrouble.BAD_PASSPHRASE;
            case 17 -> GpgTrouble.NO_SECRET_KEY;
            case 62, 99, 198 -> GpgTrouble.CANCELLED;
            case 77, 78 -> GpgTrouble.NO_AGENT;
            case 85, 86, 0x8066 -> GpgTrouble.NO_PROMPT;
            case 108, 109, 110, 111, 112, 91 -> GpgTrouble.NO_CARD;
            default -> null;
          });
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean has(String keyword) {
    return lines.stream().anyMatch(line -> line[0].equals(keyword));
  }
}
