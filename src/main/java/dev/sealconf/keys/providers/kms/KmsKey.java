package dev.sealconf.keys.providers.kms;

import dev.sealconf.error.KeyFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.Field;
import dev.sealconf.vendor.aws.AwsUser;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A key in AWS KMS ({@code docs/format.md §5}).
 *
 * @param arn the ARN of a key or an alias
 * @param role the ARN of the role to assume for this key; empty for none
 * @param profile the profile to take credentials from; empty for the default
 * @param context the encryption context; may be empty
 */
public record KmsKey(String arn, String role, String profile, SortedMap<String, String> context) {
  private static final String ROLE_SEPARATOR = "+arn:";
  private static final int ARN_PARTS = 6;

  /** One word, one or two more, and a number. Only such a name becomes part of an AWS host name. */
  private static final Pattern REGION = Pattern.compile("[a-z]{2,5}(-[a-z]{2,12}){1,2}-[0-9]{1,2}");

  /**
   * Parses {@code ARN} or {@code ARN+ROLE}.
   *
   * @throws SealconfException if the text isn't the ARN of a KMS key
   */
  public static KmsKey parse(String text, String profile, SortedMap<String, String> context) {
    int plus = text.indexOf(ROLE_SEPARATOR);
    String arn = plus < 0 ? text : text.substring(0, plus);
    String role = plus < 0 ? "" : text.substring(plus + 1);
    return new KmsKey(arn, role, profile, context).checked();
  }

  /** Returns whose credentials to use for requests with this key. */
  public AwsUser user() {
    return new AwsUser(region(), profile, role);
  }

  /**
   * Reads a key from the fields of the metadata or of a key group in the configuration, without
   * validating it.
   */
  public static KmsKey of(SortedMap<String, Field> fields) {
    return new KmsKey(
        text(fields, "arn"),
        text(fields, "role"),
        text(fields, "aws_profile"),
        fields.get("context") instanceof Field.Table table ? table.entries() : new TreeMap<>());
  }

  /**
   * Returns this key if it is valid.
   *
   * @throws SealconfException a {@code KeyFailure.Malformed} if its ARN isn't the ARN of a KMS key,
   *     or its region can't be part of a host name
   */
  public KmsKey checked() {
    String[] parts = arn.split(":", ARN_PARTS);
    boolean valid =
        parts.length == ARN_PARTS
            && parts[0].equals("arn")
            && parts[1].startsWith("aws")
            && isName(parts[1])
            && parts[2].equals("kms")
            && isName(parts[3])
            && isNumber(parts[4])
            && isKey(parts[5]);
    if (!valid) {
      throw new KeyFailure.Malformed(Printable.quote(arn) + " is not the ARN of a KMS key")
          .hint("it looks like arn:aws:kms:eu-central-1:123456789012:key/…");
    }
    return this;
  }

  /** Returns the region of a checked key. */
  public String region() {
    return arn.split(":", ARN_PARTS)[3];
  }

  /** Returns whether the region of a checked key looks like an AWS region. */
  public boolean hasUsualRegion() {
    return REGION.matcher(region()).matches();
  }

  /** Returns the account in an ARN, or empty if the text isn't an ARN. */
  public static String account(String arn) {
    return part(arn, 4);
  }

  /** Returns the partition in an ARN, such as {@code aws-cn}, or empty if the text isn't an ARN. */
  public static String partition(String arn) {
    return part(arn, 1);
  }

  private static String part(String arn, int index) {
    String[] parts = arn.split(":", ARN_PARTS);
    return parts.length == ARN_PARTS ? parts[index] : "";
  }

  /**
   * Returns whether {@code other} has the same ARN, the same role or none, and the same profile or
   * none.
   */
  public boolean covers(KmsKey other) {
    return arn.equals(other.arn)
        && (other.role.isEmpty() || other.role.equals(role))
        && (other.profile.isEmpty() || other.profile.equals(profile));
  }

  /** Returns the text by which SOPS compares keys: {@code ARN[+ROLE][|CONTEXT[|PROFILE]]}. */
  public String name() {
    StringJoiner pairs = new StringJoiner(",");
    context.forEach((key, value) -> pairs.add(key + ":" + value));
    String key = role.isEmpty() ? arn : arn + "+" + role;
    if (!profile.isEmpty()) {
      return key + "|" + pairs + "|" + profile;
    }
    return context.isEmpty() ? key : key + "|" + pairs;
  }

  /** Returns the master key, with all metadata fields except {@code created_at}. */
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

  private static boolean isKey(String resource) {
    int slash = resource.indexOf('/');
    String kind = slash < 0 ? "" : resource.substring(0, slash);
    return (kind.equals("key") || kind.equals("alias")) && slash < resource.length() - 1;
  }

  /**
   * Returns whether the text isn't empty and contains only lower-case letters, digits and hyphens.
   */
  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '-' && (c < '0' || c > '9') && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static String text(SortedMap<String, Field> fields, String name) {
    return fields.get(name) instanceof Field.Text text ? text.value() : "";
  }
}
