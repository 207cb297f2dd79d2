package dev.sealconf.keys.providers.pgp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What gpg reports in the lines that {@code --status-fd} asks for (GnuPG's {@code doc/DETAILS}),
 * which are the same in every language. Nothing of its text is ever shown.
 */
final class GpgStatus {
  private static final String PREFIX = "[GNUPG:] ";

  /** The lower bits of an error are its code, the upper ones who reports it (libgpg-error). */
  private static final int CODE = 0xFFFF;

  private final List<String[]> lines = new ArrayList<>();
  private final boolean agentFailed;

  /** Reads gpg's standard error. */
  GpgStatus(String errors) {
    boolean agent = false;
    for (String line : errors.split("\n")) {
      if (line.startsWith(PREFIX)) {
        lines.add(line.substring(PREFIX.length()).split(" "));
      } else {
        // There is no status line for this. The path is the same in every language; a warning that
        // the agent is older than gpg has its bare name.
        agent |= line.contains("/gpg-agent'") || line.contains("no gpg-agent running");
      }
    }
    agentFailed = agent;
  }

  /** Whether gpg decrypted something; true too if it was kept from reporting at all. */
  boolean decrypted() {
    return lines.isEmpty() || has("DECRYPTION_OKAY");
  }

  /** The fingerprints of the subkey that decrypted, and of the key that it belongs to. */
  List<String> usedKeys() {
    return lines.stream()
        .filter(line -> line[0].equals("DECRYPTION_KEY") && line.length > 2)
        .flatMap(line -> Stream.of(line[1], line[2]))
        .toList();
  }

  /** Why gpg did not encrypt, if it is known. */
  Optional<GpgTrouble> encrypting() {
    for (String[] line : lines) {
      if (line[0].equals("INV_RECP")) {
        boolean unknown = line.length > 1 && line[1].equals("1");
        return Optional.of(unknown ? GpgTrouble.NO_PUBLIC_KEY : GpgTrouble.UNUSABLE_KEY);
      }
    }
    return Optional.empty();
  }

  /** Why gpg did not decrypt, if it is known. */
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
