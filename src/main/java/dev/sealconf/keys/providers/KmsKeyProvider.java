package dev.sealconf.keys.providers;

import com.google.auto.service.AutoService;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.Printable;
import dev.sealconf.error.UsageFailure;
import dev.sealconf.io.World;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.kms.AwsClient;
import dev.sealconf.keys.providers.kms.EncryptionContext;
import dev.sealconf.keys.providers.kms.KmsFolder;
import dev.sealconf.keys.providers.kms.KmsKey;
import dev.sealconf.keys.providers.kms.NamedAccounts;
import dev.sealconf.keys.providers.kms.OwnAccount;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.keys.spi.KeyMessage;
import dev.sealconf.keys.spi.KeyProvider;
import dev.sealconf.keys.spi.RecipientFlag;
import dev.sealconf.keys.spi.RecipientList;
import dev.sealconf.keys.spi.RecipientSetting;
import dev.sealconf.plugin.LazyClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** AWS KMS ({@code docs/providers/kms.md}). */
@AutoService(KeyProvider.class)
public final class KmsKeyProvider implements KeyProvider {
  private static final String ID = "kms";
  private static final int RANK = 40;
  private static final String PROFILE_FLAG = "aws-profile";
  private static final String CONTEXT_FLAG = "encryption-context";

  private final LazyClient<AwsClient> client = KmsFolder.client();

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int rank() {
    return RANK;
  }

  @Override
  public boolean dated() {
    return true;
  }

  @Override
  public RecipientFlag flag() {
    return new RecipientFlag(
        List.of("-k", "--kms"), "SOPS_KMS_ARN", ID, "comma-separated ARNs of AWS KMS keys");
  }

  @Override
  public List<RecipientSetting> settings() {
    return List.of(
        new RecipientSetting(PROFILE_FLAG, "aws_profile", "NAME", "Profile for AWS KMS"),
        new RecipientSetting(
            CONTEXT_FLAG, "", "CONTEXT", "Encryption context for AWS KMS: KEY:VALUE,KEY:VALUE"));
  }

  @Override
  public List<MasterKey> parse(String recipients) {
    return parse(recipients, Map.of());
  }

  @Override
  public List<MasterKey> parse(String recipients, Map<String, String> settings) {
    String profile = settings.getOrDefault(PROFILE_FLAG, "");
    SortedMap<String, String> context =
        EncryptionContext.parse(settings.getOrDefault(CONTEXT_FLAG, ""));
    List<MasterKey> keys = new ArrayList<>();
    for (String arn : RecipientList.entriesWithoutSpaces(recipients)) {
      keys.add(KmsKey.parse(arn, profile, context).masterKey(ID));
    }
    return keys;
  }

  /**
   * Applies the flags to a rule's key. A flag's profile replaces the rule's; a flag's encryption
   * context conflicts with any other context in the rule.
   */
  @Override
  public MasterKey with(MasterKey key, Map<String, String> settings) {
    KmsKey named = KmsKey.of(key.fields());
    String profile = settings.getOrDefault(PROFILE_FLAG, named.profile());
    if (!settings.containsKey(CONTEXT_FLAG)) {
      return new KmsKey(named.arn(), named.role(), profile, named.context()).masterKey(ID);
    }
    SortedMap<String, String> context = EncryptionContext.parse(settings.get(CONTEXT_FLAG));
    if (!named.context().isEmpty() && !named.context().equals(context)) {
      throw new UsageFailure.Conflict(
              "the creation rule gives "
                  + Printable.quote(named.arn())
                  + " another encryption context than --"
                  + CONTEXT_FLAG)
          .hint("leave out --" + CONTEXT_FLAG + ", or change key_groups in .sops.yaml");
    }
    return new KmsKey(named.arn(), named.role(), profile, context).masterKey(ID);
  }

  @Override
  public MasterKey parseEntry(SortedMap<String, Field> entry) {
    return KmsKey.of(entry).checked().masterKey(ID);
  }

  @Override
  public MasterKey read(SortedMap<String, Field> fields) {
    return new MasterKey(ID, KmsKey.of(fields).name(), fields);
  }

  @Override
  public boolean remote() {
    return true;
  }

  @Override
  public boolean named(MasterKey key, World world) {
    return new NamedAccounts(world).name(KmsKey.of(key.fields()));
  }

  @Override
  public boolean covers(MasterKey given, MasterKey key) {
    return KmsKey.of(given.fields()).covers(KmsKey.of(key.fields()));
  }

  @Override
  public Optional<String> bareName(MasterKey key) {
    KmsKey name = KmsKey.of(key.fields());
    return name.role().isEmpty() && name.profile().isEmpty()
        ? Optional.of(name.arn())
        : Optional.empty();
  }

  @Override
  public Optional<String> outsideOwnAccount(MasterKey key, World world) {
    return new OwnAccount(world, client).outside(KmsKey.of(key.fields()));
  }

  @Override
  public MasterKey complete(MasterKey to, World world) {
    return to.createdAt(world.clock());
  }

  @Override
  public String wrap(SecretBytes share, MasterKey to, World world) {
    return client.get().wrap(share, to, world);
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    return client.get().unwrap(key, world);
  }

  @Override
  public Optional<KeyMessage> keyMessage() {
    return Optional.of(
        new KeyMessage(1, List.of("arn", "role", "context", "aws_profile"), List.of("context")));
  }

  /** Drops the vendor's client, which has no way to wipe credentials. */
  @Override
  public void close() {
    client.forget();
  }
}
