package dev.sealconf.keys.providers.age.source;

import dev.sealconf.keys.providers.age.Bech32;
import dev.sealconf.keys.spi.PemBlock;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds private keys in a text: identities of age, and private ssh keys, locked or not. */
public final class PrivateKeyText {
  private static final Pattern IDENTITY = Pattern.compile("AGE-SECRET-KEY-[A-Z0-9-]++");

  private PrivateKeyText() {}

  /** Returns where the first key starts. An identity with a wrong checksum is an example. */
  public static OptionalInt find(String text) {
    Matcher matcher = IDENTITY.matcher(text);
    while (matcher.find()) {
      if (Bech32.decode(matcher.group()).isPresent()) {
        return OptionalInt.of(matcher.start());
      }
    }
    return PemBlock.find(
        text, "OPENSSH PRIVATE KEY", "RSA PRIVATE KEY", "PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
  }
}
