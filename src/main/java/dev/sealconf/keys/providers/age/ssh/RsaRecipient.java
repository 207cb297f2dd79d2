package dev.sealconf.keys.providers.age.ssh;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import dev.sealconf.keys.providers.age.AgeRecipient;
import dev.sealconf.keys.providers.age.Stanza;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/** An ssh-rsa key to encrypt for: RSA-OAEP with SHA-256 (RFC 8017 §7.1). */
final class RsaRecipient implements AgeRecipient {
  static final String TYPE = "ssh-rsa";
  private static final byte[] LABEL =
      "age-encryption.org/v1/ssh-rsa".getBytes(StandardCharsets.US_ASCII);
  private static final int FEWEST_BITS = 2048;

  private final SshPublicKey sshKey;
  private final RSAKeyParameters key;

  private RsaRecipient(SshPublicKey sshKey, RSAKeyParameters key) {
    this.sshKey = sshKey;
    this.key = key;
  }

  /** Returns the recipient for a key, or empty if the key has fewer than 2048 bits. */
  static Optional<RsaRecipient> of(SshPublicKey sshKey, RSAKeyParameters key) {
    return key.getModulus().bitLength() > FEWEST_BITS - Byte.SIZE
        ? Optional.of(new RsaRecipient(sshKey, key))
        : Optional.empty();
  }

  static OAEPEncoding encoding() {
    return new OAEPEncoding(new RSABlindedEngine(), new SHA256Digest(), new SHA256Digest(), LABEL);
  }

  @Override
  public List<Stanza> wrap(SecretBytes fileKey, Entropy entropy) {
    OAEPEncoding encoding = encoding();
    encoding.init(true, new ParametersWithRandom(key, entropy.generator()));
    try {
      byte[] body = encoding.processBlock(fileKey.exposed(), 0, fileKey.length());
      return List.of(new Stanza(List.of(TYPE, sshKey.tag()), body));
    } catch (InvalidCipherTextException e) {
      throw new IllegalArgumentException("no data can be encrypted for this recipient");
    }
  }
}
