package dev.sealconf.keys.providers.age.ssh;

import dev.sealconf.crypto.Primitives;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.crypto.Sha512;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.Base64Text;
import dev.sealconf.keys.providers.age.FileKey;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** The private half of an ssh-ed25519 key. */
final class Ed25519Identity implements SshIdentity {
  private final SshPublicKey sshKey;
  private final SecretBytes scalar;
  private final byte[] curveKey;

  Ed25519Identity(Ed25519PrivateKeyParameters key) {
    sshKey = SshPublicKey.of(Ed25519Recipient.TYPE, key.generatePublicKey());
    scalar = SecretBytes.owning(scalar(key));
    curveKey = Primitives.x25519PublicKey(scalar.exposed());
  }

  /** Derives the scalar from the seed as in RFC 8032 §5.1.5. X25519 clamps it in the same way. */
  private static byte[] scalar(Ed25519PrivateKeyParameters key) {
    try (SecretBytes seed = SecretBytes.owning(key.getEncoded())) {
      Sha512 hash = new Sha512();
      hash.update(seed.exposed());
      try (SecretBytes digest = SecretBytes.owning(hash.digest())) {
        return Arrays.copyOf(digest.exposed(), Ed25519Recipient.KEY);
      }
    }
  }

  @Override
  public SshPublicKey publicKey() {
    return sshKey;
  }

  @Override
  public Optional<SecretBytes> unwrap(Stanza stanza) throws AgeException {
    List<String> arguments = stanza.arguments();
    if (arguments.size() != 3 || stanza.body().length != FileKey.SEALED) {
      throw malformed("it has a wrong number of arguments or a wrong length");
    }
    byte[] share =
        Base64Text.decode(arguments.get(2))
            .filter(bytes -> bytes.length == Ed25519Recipient.KEY)
            .orElseThrow(() -> malformed("its share is not 32 bytes"));
    byte[] shared =
        Primitives.x25519(scalar.exposed(), share)
            .orElseThrow(() -> malformed("its share is a weak point"));
    try (SecretBytes key =
        Ed25519Recipient.wrappingKey(sshKey, shared, share, curveKey)
            .orElseThrow(() -> malformed("its share is a weak point"))) {
      return FileKey.open(stanza.body(), key);
    }
  }

  @Override
  public void close() {
    scalar.close();
  }

  private static AgeException malformed(String why) {
    return new AgeException(AgeException.Part.HEADER, "an ssh-ed25519 stanza is malformed: " + why);
  }
}
