package dev.sealconf.keys.providers.age.ssh;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.keys.providers.age.AgeRecipient;
import dev.sealconf.keys.providers.age.Base64Text;
import dev.sealconf.keys.providers.age.Stanza;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;

/**
 * An ssh public key.
 *
 * @param type its type, which age also uses as the stanza type: {@code ssh-ed25519} or {@code
 *     ssh-rsa}
 * @param blob its wire form (RFC 4253 §6.6)
 */
public record SshPublicKey(String type, byte[] blob) {
  /** The prefix of every such key. */
  public static final String START = "ssh-";

  private static final int TAG = 4;

  /**
   * Parses a line in the {@code authorized_keys} format without options: type, Base64 and an
   * optional comment. Returns empty if the line is malformed.
   */
  public static Optional<SshPublicKey> parse(String line) {
    StringTokenizer words = new StringTokenizer(line, " \t");
    if (line.indexOf('\n') >= 0 || words.countTokens() < 2) {
      return Optional.empty();
    }
    String type = words.nextToken();
    String text = words.nextToken();
    try {
      byte[] blob = Base64.getDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
      SshPublicKey key = new SshPublicKey(type, blob);
      boolean whole = Base64.getEncoder().encodeToString(blob).equals(text);
      return whole && key.recipient().isPresent() ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Converts a key that BouncyCastle has read. */
  static SshPublicKey of(String type, AsymmetricKeyParameter key) {
    try {
      return new SshPublicKey(type, OpenSSHPublicKeyUtil.encodePublicKey(key));
    } catch (IOException e) {
      throw new IllegalArgumentException("not an ssh key");
    }
  }

  /**
   * Returns the recipient for this key, or empty if age doesn't support its type, or it is too weak
   * or malformed.
   */
  public Optional<AgeRecipient> recipient() {
    AsymmetricKeyParameter key;
    try {
      key = OpenSSHPublicKeyUtil.parsePublicKey(blob);
    } catch (RuntimeException e) {
      // The library reports invalid key bytes with many kinds of exceptions.
      return Optional.empty();
    }
    if (key instanceof Ed25519PublicKeyParameters ed && type.equals(Ed25519Recipient.TYPE)) {
      return Ed25519Recipient.of(this, ed.getEncoded()).map(recipient -> recipient);
    }
    if (key instanceof RSAKeyParameters rsa && type.equals(RsaRecipient.TYPE)) {
      return RsaRecipient.of(this, rsa).map(recipient -> recipient);
    }
    return Optional.empty();
  }

  /** Returns the short form of the key that stanzas contain. */
  String tag() {
    byte[] digest = Primitives.sha256(blob);
    return Base64Text.encode(Arrays.copyOf(digest, TAG));
  }

  /**
   * Returns whether one of the stanzas has this key's tag. Another key has the same tag with a
   * probability of 1 in 2^32.
   */
  boolean isNamedIn(List<Stanza> stanzas) {
    return stanzas.stream().anyMatch(this::isNamedIn);
  }

  boolean isNamedIn(Stanza stanza) {
    List<String> arguments = stanza.arguments();
    return stanza.type().equals(type) && arguments.size() > 1 && arguments.get(1).equals(tag());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SshPublicKey key
        && type.equals(key.type)
        && Arrays.equals(blob, key.blob);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(blob);
  }
}
