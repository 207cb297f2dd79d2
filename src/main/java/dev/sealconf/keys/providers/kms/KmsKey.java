package dev.sealconf.keys.providers.kms;

import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.Field;
import dev.sealconf.keys.MasterKey;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A key of AWS KMS.
 *
 * @param arn of a key or an alias
 * @param role the ARN of the role to take on for it; empty for none
 * @param profile the profile whose credentials are used; empty for the usual ones
 */
public record KmsKey(String arn, String role, String profile, SortedMap<String, String> context) {
  private static final String ROLE_SEPARATOR = "+arn:";

  /**
   * The key of {@code ARN} or {@code ARN+ROLE}.
   *
   * @throws SealconfException if that is no ARN of a KMS key
   */
  public static KmsKey parse(String text, String profile, SortedMap<String, String> context) {
    int plus = text.indexOf(ROLE_SEPARATOR);
    String arn = plus < 0 ? text : text.substring(0, plus);
    String[] parts = arn.split(":", 6);
    boolean valid =
        parts.length == 6
            && parts[0].equals("arn")
            && parts[1].startsWith("aws")
            && parts[2].equals("kms")
            && !parts[3].isEmpty()
            && parts[4].chars().allMatch(c -> c >= '0' && c <= '9')
            && !parts[4].isEmpty()
            && (parts[5].startsWith("key/") || parts[5].startsWith("alias/"));
    if (!valid) {
      throw new SealconfException(
              ExitCode.GENERIC, Printable.quote(arn) + " is not the ARN of a KMS key")
          .hint("it looks like arn:aws:kms:eu-central-1:123456789012:key/…");
    }
    return new KmsKey(arn, plus < 0 ? "" : text.substring(plus + 1), profile, context);
  }

  /** The key of these fields of the metadata, or of a group in the configuration; unchecked. */
  public static KmsKey of(SortedMap<String, Field> fields) {
    return new KmsKey(
        text(fields, "arn"),
        text(fields, "role"),
        text(fields, "aws_profile"),
        fields.get("context") instanceof Field.Table table ? table.entries() : new TreeMap<>());
  }

  /** What SOPS compares it by: {@code ARN[+ROLE][|CONTEXT[|PROFILE]]}. */
  public String name() {
    StringJoiner pairs = new StringJoiner(",");
    context.forEach((key, value) -> pairs.add(key + ":" + value));
    String key = role.isEmpty() ? arn : arn + "+" + role;
    if (!profile.isEmpty()) {
      return key + "|" + pairs + "|" + profile;
    }
    return context.isEmpty() ? key : key + "|" + pairs;
  }

  /** As a master key, with the fields that stand in the metadata but for the time. */
  public MasterKey masterKey(String provider) {
    SortedMap<String, Field> fields = new TreeMap<>();
    fields.put("arn", new Field.Text(arn));
    fields.put("aws_profile", new Field.Text(profile));
    if (!role.isEmpty()) {
      fields.put("role", new Field.Text(role));
    }
    if (!context.isEmpty()) {
      fields.put("context", new Field.Table(context));
    }
    return new MasterKey(provider, name(), fields);
  }

  private static String text(SortedMap<String, Field> fields, String name) {
    return fields.get(name) instanceof Field.Text text ? text.value() : "";
  }
}
