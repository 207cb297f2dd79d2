package dev.sealconf.keys.providers.age.ssh;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import dev.sealconf.keys.providers.age.AgeException;
import dev.sealconf.keys.providers.age.FileKey;
import dev.sealconf.keys.providers.age.Stanza;
import java.util.Optional;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;

/** The private half of an ssh-rsa key. */
final class RsaIdentity implements SshIdentity {
  private final SshPublicKey sshKey;
  private final RSAPrivateCrtKeyParameters key;
  private final Entropy blinding;

  /** Creates an identity that uses this entropy to blind its RSA operations. */
  RsaIdentity(RSAPrivateCrtKeyParameters key, Entropy blinding) {
    this.key = key;
    this.blinding = blinding;
    RSAKeyParameters publicHalf =
        new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent());
    this.sshKey = SshPublicKey.of(RsaRecipient.TYPE, publicHalf);
  }

  @Override
  public SshPublicKey publicKey() {
    return sshKey;
  }

  /** Does nothing: Java holds an RSA key's numbers in objects that can't be wiped. */
  @Override
  public void close() {}

  @Override
  public Optional<SecretBytes> unwrap(Stanza stanza) throws AgeException {
    if (stanza.arguments().size() != 2) {
      throw new AgeException(
          AgeException.Part.HEADER, "an ssh-rsa stanza is malformed: it has a third argument");
    }
    OAEPEncoding encoding = RsaRecipient.encoding();
    encoding.init(false, new ParametersWithRandom(key, blinding.generator()));
    try {
      byte[] opened = encoding.processBlock(stanza.body(), 0, stanza.body().length);
      SecretBytes fileKey = SecretBytes.owning(opened);
      if (fileKey.length() == FileKey.LENGTH) {
        return Optional.of(fileKey);
      }
      fileKey.close();
      return Optional.empty();
    } catch (InvalidCipherTextException | DataLengthException e) {
      return Optional.empty();
    }
  }
}
