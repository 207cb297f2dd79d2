package dev.sealconf.keys.providers.age;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.io.Entropy;
import dev.sealconf.keys.providers.age.AgeException.Part;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Encrypts and decrypts whole age v1 files, without armor. */
public final class AgeFile {
  private AgeFile() {}

  /** Encrypts a file that any of the recipients can decrypt. */
  public static byte[] seal(
      SecretBytes plaintext, List<? extends AgeRecipient> recipients, Entropy entropy) {
    try (SecretBytes fileKey = SecretBytes.owning(entropy.bytes(FileKey.LENGTH))) {
      List<Stanza> stanzas = new ArrayList<>();
      for (AgeRecipient recipient : recipients) {
        stanzas.addAll(recipient.wrap(fileKey, entropy));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes(Header.write(stanzas, fileKey));
      out.writeBytes(Payload.seal(plaintext.exposed(), entropy.bytes(Payload.NONCE), fileKey));
      return out.toByteArray();
    }
  }

  /**
   * Decrypts a file. The caller closes the result.
   *
   * @param identities tried in this order; the first one that matches is used
   */
  public static SecretBytes open(byte[] file, List<? extends AgeIdentity> identities)
      throws AgeException {
    Header header = HeaderReader.read(file);
    requireLonePassphrase(header.stanzas());
    try (SecretBytes fileKey = fileKey(header, identities)) {
      if (!header.isAuthentic(fileKey)) {
        throw new AgeException(Part.MAC, "the header of the age file was changed");
      }
      return SecretBytes.owning(Payload.open(file, header.length(), fileKey));
    }
  }

  private static SecretBytes fileKey(Header header, List<? extends AgeIdentity> identities)
      throws AgeException {
    for (AgeIdentity identity : identities) {
      Optional<SecretBytes> fileKey = identity.unwrap(header.stanzas());
      if (fileKey.isPresent()) {
        return fileKey.get();
      }
    }
    throw new AgeException(Part.NO_MATCH, "no identity can decrypt it");
  }

  /**
   * Refuses a passphrase next to other recipients: anyone who knows the passphrase could pose as
   * one of them.
   */
  private static void requireLonePassphrase(List<Stanza> stanzas) throws AgeException {
    for (Stanza stanza : stanzas) {
      if (stanza.type().equals(PassphraseIdentity.TYPE) && stanzas.size() > 1) {
        throw new AgeException(Part.HEADER, "the age file has recipients beside its passphrase");
      }
    }
  }
}
