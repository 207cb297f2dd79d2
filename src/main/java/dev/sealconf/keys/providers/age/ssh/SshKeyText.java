package dev.sealconf.keys.providers.age.ssh;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.AgeException.Part;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** A private ssh key as text: OpenSSH's own format, PKCS#1 or PKCS#8. */
final class SshKeyText implements AutoCloseable {
  private static final String OPENSSH = "OPENSSH PRIVATE KEY";
  private static final String PKCS1 = "RSA PRIVATE KEY";
  private static final String PKCS8 = "PRIVATE KEY";

  private final PemObject pem;
  private final Optional<OpenSshContainer> container;

  private SshKeyText(PemObject pem) throws AgeException {
    this.pem = pem;
    this.container =
        pem.getType().equals(OPENSSH)
            ? Optional.of(OpenSshContainer.read(pem.getContent()))
            : Optional.empty();
  }

  /**
   * Reads a key.
   *
   * @throws AgeException if the text isn't a private key in a format that ssh uses
   */
  static SshKeyText read(byte[] text) throws AgeException {
    String clear = new String(text, StandardCharsets.ISO_8859_1);
    try (PemReader reader = new PemReader(new StringReader(clear))) {
      PemObject pem = reader.readPemObject();
      if (pem != null) {
        return new SshKeyText(pem);
      }
    } catch (IOException | RuntimeException e) {
      // Reported below without the library's message, which quotes the text.
    }
    throw refused("not a private ssh key");
  }

  /** Returns whether the key needs a passphrase. */
  boolean isLocked() {
    return container.map(OpenSshContainer::isLocked).orElseGet(() -> LockedPem.isLocked(pem));
  }

  /** Returns the public key, if it is stored in the clear next to an encrypted private key. */
  Optional<SshPublicKey> publicKey() {
    return container.map(OpenSshContainer::publicKey);
  }

  /** Returns the identity of a key that needs no passphrase. */
  SshIdentity identity(Entropy entropy) throws AgeException {
    return identity(parsed(pem.getContent()), entropy);
  }

  /**
   * Returns the identity of an encrypted key.
   *
   * @throws AgeException if the passphrase is wrong
   */
  SshIdentity identity(SecretBytes passphrase, Entropy entropy) throws AgeException {
    if (container.isEmpty()) {
      try (SecretBytes clear = LockedPem.open(pem, passphrase)) {
        return identity(parsed(clear.exposed()), entropy);
      }
    }
    try {
      byte[] content = pem.getContent();
      return identity(
          OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(content, passphrase.exposed()), entropy);
    } catch (RuntimeException e) {
      throw refused("the passphrase is wrong");
    }
  }

  /** Wipes the bytes of the key. */
  @Override
  public void close() {
    Arrays.fill(pem.getContent(), (byte) 0);
  }

  private AsymmetricKeyParameter parsed(byte[] content) throws AgeException {
    try {
      return switch (pem.getType()) {
        case OPENSSH -> OpenSSHPrivateKeyUtil.parsePrivateKeyBlob(content);
        case PKCS1 -> crt(RSAPrivateKey.getInstance(content));
        case PKCS8 -> PrivateKeyFactory.createKey(content);
        default -> throw refused("not in a known format for private ssh keys");
      };
    } catch (IOException | RuntimeException e) {
      throw refused("a malformed private ssh key");
    }
  }

  private static AsymmetricKeyParameter crt(RSAPrivateKey key) {
    return new RSAPrivateCrtKeyParameters(
        key.getModulus(),
        key.getPublicExponent(),
        key.getPrivateExponent(),
        key.getPrime1(),
        key.getPrime2(),
        key.getExponent1(),
        key.getExponent2(),
        key.getCoefficient());
  }

  private static SshIdentity identity(AsymmetricKeyParameter key, Entropy entropy)
      throws AgeException {
    if (key instanceof Ed25519PrivateKeyParameters ed) {
      return new Ed25519Identity(ed);
    }
    if (key instanceof RSAPrivateCrtKeyParameters rsa) {
      return new RsaIdentity(rsa, entropy);
    }
    throw refused("a key of another kind than ssh-ed25519 and ssh-rsa");
  }

  private static AgeException refused(String why) {
    return new AgeException(Part.NO_MATCH, why);
  }
}
