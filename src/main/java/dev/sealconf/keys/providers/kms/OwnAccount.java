package dev.sealconf.keys.providers.kms;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.io.World;
import dev.sealconf.plugin.LazyClient;
import java.util.Optional;

/** Checks whether a key that only a file names is in the AWS account of the user's credentials. */
public final class OwnAccount {
  private final World world;
  private final LazyClient<AwsClient> client;

  /** Uses this client to ask for the user's account, once. */
  public OwnAccount(World world, LazyClient<AwsClient> client) {
    this.world = world;
    this.client = client;
  }

  /**
   * Returns why the key isn't in the user's account (the end of a sentence), or empty if it is.
   *
   * @throws dev.sealconf.error.SealconfException if the account can't be determined
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

  /**
   * Returns the objection to a role or a profile that only the file chose, or empty if it chose
   * none.
   */
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
