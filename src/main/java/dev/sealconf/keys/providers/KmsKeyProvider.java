package dev.sealconf.keys.providers;

import com.google.auto.service.AutoService;
import dev.sealconf.crypto.SecretBytes;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.SealconfException;
import dev.sealconf.io.World;
import dev.sealconf.keys.ClientFolder;
import dev.sealconf.keys.Field;
import dev.sealconf.keys.KeyClient;
import dev.sealconf.keys.KeyProvider;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.RecipientFlag;
import dev.sealconf.keys.RecipientSetting;
import dev.sealconf.keys.WrappedKey;
import dev.sealconf.keys.providers.kms.KmsKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** AWS KMS ({@code docs/providers/kms.md}). */
@AutoService(KeyProvider.class)
public final class KmsKeyProvider implements KeyProvider {
  private static final String ID = "kms";
  private static final int RANK = 40;
  private static final String PROFILE_FLAG = "aws-profile";
  private static final String CONTEXT_FLAG = "encryption-context";

  private KeyClient client;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int rank() {
    return RANK;
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
    SortedMap<String, String> context = context(settings.getOrDefault(CONTEXT_FLAG, ""));
    List<MasterKey> keys = new ArrayList<>();
    for (String part : recipients.replace(" ", "").split(",")) {
      if (!part.isEmpty()) {
        keys.add(KmsKey.parse(part, profile, context).masterKey(ID));
      }
    }
    return keys;
  }

  @Override
  public MasterKey parseEntry(SortedMap<String, Field> entry) {
    return KmsKey.of(entry).masterKey(ID);
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
  public String wrap(SecretBytes share, MasterKey to, World world) {
    return client().wrap(share, to, world);
  }

  @Override
  public SecretBytes unwrap(WrappedKey key, World world) {
    return client().unwrap(key, world);
  }

  private synchronized KeyClient client() {
    if (client == null) {
      client =
          ClientFolder.open(
              "providers/kms", "dev.sealconf.keys.providers.kms.client.AwsKms", KeyClient.class);
    }
    return client;
  }

  private static SortedMap<String, String> context(String text) {
    SortedMap<String, String> context = new TreeMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split(",")) {
      int colon = pair.indexOf(':');
      if (colon < 0) {
        throw new SealconfException(
                ExitCode.INVALID_ENCRYPTION_CONTEXT, "the encryption context is malformed")
            .hint("write it as KEY:VALUE,KEY:VALUE");
      }
      context.put(pair.substring(0, colon), pair.substring(colon + 1));
    }
    return context;
  }
}
