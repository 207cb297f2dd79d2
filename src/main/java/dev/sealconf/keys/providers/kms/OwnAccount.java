package dev.sealconf.keys.providers.kms;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.plugin.LazyClient;
import java.util.Optional;

/** Whether a key that only a file names is in the AWS account of the credentials in use. */
public final class OwnAccount {
  private final World world;
  private final LazyClient<AwsClient> client;

  /** Asks for the user's account with this client, once. */
  public OwnAccount(World world, LazyClient<AwsClient> client) {
    this.world = world;
    this.client = client;
  }

  /**
   * Why it is not, as the end of a sentence; empty if it is.
   *
   * @throws dev.sealconf.error.SealconfException if it can't be determined
   */
  public Optional<String> outside(KmsKey key) {
    try {
      if (!key.checked().hasUsualRegion()) {
        return Optional.of("AWS has no region with that name");
      }
    } catch (KeyFailure.Malformed e) {
      return Optional.of("its name is not that of a key");
    }
    return named(key).or(() -> foreign(key, client.get().user(key, world)));
  }

  /** A role or a profile that the file brings along. */
  private Optional<String> named(KmsKey key) {
    if (!key.role().isEmpty()) {
      return Optional.of("it would assume the role " + Printable.quote(key.role()));
    }
    boolean own =
        key.profile().isEmpty() || world.variable("AWS_PROFILE").equals(Optional.of(key.profile()));
    return own
        ? Optional.empty()
        : Optional.of("it would use the profile " + Printable.quote(key.profile()));
  }

  private static Optional<String> foreign(KmsKey key, String user) {
    String account = KmsKey.account(user);
    String other = KmsKey.account(key.arn());
    boolean same =
        account.equals(other) && KmsKey.partition(user).equals(KmsKey.partition(key.arn()));
    return same
        ? Optional.empty()
        : Optional.of(
            "it is in account "
                + other
                + ", but your credentials belong to account "
                + Printable.plain(account));
  }
}
