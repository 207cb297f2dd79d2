package dev.sealconf.keys.providers.age.source;

import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.OutputFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.io.file.KeyFile;
import dev.sealconf.io.file.NewFile;
import dev.sealconf.keys.providers.age.X25519Identity;
import dev.sealconf.keys.spi.KeyMaker;
import dev.sealconf.keys.spi.MadeKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Creates an identity in SOPS's default key file, or uses the first one already there. */
public final class AgeKeyMaker implements KeyMaker {

  @Override
  public MadeKey make(World world) {
    Path file =
        IdentitySources.defaultFile(world)
            .orElseThrow(
                () ->
                    new OutputFailure.NotWritten(
                            "can't find a folder for the age identity: your home folder is unknown")
                        .hint("set HOME or XDG_CONFIG_HOME"));
    try (X25519Identity identity = X25519Identity.generate(world.entropy());
        SecretBytes text =
            SecretBytes.owning(text(identity, world).getBytes(StandardCharsets.US_ASCII))) {
      return NewFile.create(world, file, text.exposed())
          ? new MadeKey(identity.recipientName(), file, false)
          : new MadeKey(existing(file, world), file, true);
    }
  }

  /** Formats the identity as {@code age-keygen} does. */
  private static String text(X25519Identity identity, World world) {
    return "# created: "
        + world.clock().instant().truncatedTo(ChronoUnit.SECONDS)
        + "\n# public key: "
        + identity.recipientName()
        + "\n"
        + identity.exposedText()
        + "\n";
  }

  private static String existing(Path file, World world) {
    String place = Printable.quote(file.toString());
    if (KeyFile.read(file, world) instanceof KeyFile.Found found) {
      try (IdentitySource source = IdentitySource.of(place, found.content(), world)) {
        Optional<String> recipient = source.firstRecipient();
        if (recipient.isPresent()) {
          return recipient.get();
        }
        place = source.report();
      }
    }
    throw new OutputFailure.NotWritten("the key file exists, but can't be used: " + place)
        .hint("name your recipient with --age, or move the file; sealconf never overwrites it");
  }
}
