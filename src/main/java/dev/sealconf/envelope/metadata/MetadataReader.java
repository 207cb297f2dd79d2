package dev.sealconf.envelope.metadata;

import dev.sealconf.document.Document;
import dev.sealconf.document.tree.Entry;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.ListNode;
import dev.sealconf.document.tree.MapNode;
import dev.sealconf.document.tree.Node;
import dev.sealconf.document.tree.Scalar;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.envelope.token.AdditionalData;
import dev.sealconf.envelope.token.RfcTime;
import dev.sealconf.envelope.token.ValueText;
import dev.sealconf.error.Location;
import dev.sealconf.error.OpeningFailure;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyGroups;
import dev.sealconf.keys.ring.KeyProviders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the {@code sops} block as SOPS does: names in any case, numbers and booleans also as text,
 * a single map for a list of one, unknown fields ignored ({@code docs/format.md §3.1}).
 */
public final class MetadataReader {
  private static final Pattern VERSION =
      Pattern.compile(
          " *v?(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)? *");
  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
  private static final Set<String> FALSE = Set.of("", "0", "f", "F", "false", "FALSE", "False");
  private final MasterKeyReader keys;

  /** Reads the keys of these providers, and keeps keys of other providers as they are. */
  public MetadataReader(KeyProviders providers) {
    this.keys = new MasterKeyReader(providers);
  }

  /**
   * Returns the metadata of a file.
   *
   * @throws SealconfException with {@code GENERIC} if there is none or it is malformed
   */
  public Metadata read(Document document) {
    Optional<MapNode> block = document.metadata();
    if (block.isEmpty()) {
      throw notFound(document.source().name());
    }
    try {
      return read(block.get());
    } catch (SealconfException e) {
      throw e.ofSealed().at(Location.of(document.source().name()));
    }
  }

  /** Returns the failure for a file without metadata. */
  public static SealconfException notFound(String file) {
    return new OpeningFailure.NotEncrypted("sops metadata not found")
        .at(Location.of(file))
        .hint("the file is not encrypted, or its entry 'sops' was removed");
  }

  /**
   * Refuses an invalid version, because SOPS doesn't open such a file.
   *
   * @throws SealconfException with {@code GENERIC}
   */
  public static void checkVersion(Metadata metadata, Location file) {
    String version = metadata.version();
    if (!version.startsWith("1.") && !VERSION.matcher(version).matches()) {
      String what =
          version.isEmpty()
              ? "the file's metadata has no version"
              : "the version in the file's metadata isn't valid: " + Printable.quote(version);
      throw malformed(what)
          .at(file)
          .hint("restore the file from version control, or add the line, such as version: 3.13.3");
    }
  }

  private Metadata read(MapNode block) {
    refuseTwice(block);
    List<WrappedGroup> groups = groups(block);
    Optional<String> seal = text(block, "sealconf");
    Terms terms =
        new Terms(
            List.of(),
            integer(block, "shamir_threshold"),
            selection(block),
            bool(block, "mac_only_encrypted"),
            seal.isPresent() ? Terms.SealPolicy.ALWAYS : Terms.SealPolicy.WHEN_NEEDED);
    return new Metadata(
        groups,
        terms,
        lastModified(text(block, "lastmodified").orElse("")),
        text(block, "mac").orElse(""),
        text(block, "version").orElse(""),
        seal);
  }

  private List<WrappedGroup> groups(MapNode block) {
    WrappedGroup flat = keys.group(block);
    if (!flat.keys().isEmpty()) {
      refuseTooMany(List.of(flat));
      return List.of(flat);
    }
    List<WrappedGroup> groups = new ArrayList<>();
    field(block, "key_groups")
        .ifPresent(node -> maps(node).forEach(m -> groups.add(keys.group(m))));
    if (groups.isEmpty()) {
      throw malformed("no keys found in the file's metadata");
    }
    refuseTooMany(groups);
    return List.copyOf(groups);
  }

  private static void refuseTooMany(List<WrappedGroup> groups) {
    long keys = 0;
    for (WrappedGroup group : groups) {
      keys += group.keys().size();
    }
    if (keys > KeyGroups.MOST_KEYS) {
      throw malformed("the file's metadata has more than " + KeyGroups.MOST_KEYS + " wrapped keys")
          .hint("compare it with an earlier version: git log -p -- FILE");
    }
  }

  private static Selection selection(MapNode block) {
    Selection found = null;
    for (Selection.Kind kind : Selection.Kind.values()) {
      Optional<String> argument =
          kind.field().isEmpty() ? Optional.empty() : text(block, kind.field());
      if (argument.isPresent() && !argument.get().isEmpty()) {
        if (found != null) {
          throw malformed(
              "the file's metadata has both " + found.kind().field() + " and " + kind.field());
        }
        found = new Selection(kind, argument.get());
      }
    }
    return found == null ? Selection.UNSAID : found;
  }

  /** Returns the time as SOPS reads and prints it. That text is the MAC's additional data. */
  private static String lastModified(String text) {
    Optional<String> time = RfcTime.wholeSeconds(text);
    if (time.isEmpty()) {
      throw malformed(
          "lastmodified in the file's metadata is not a time: " + Printable.quote(text));
    }
    return time.get();
  }

  private static boolean bool(MapNode block, String name) {
    String text = text(block, name).orElse("");
    if (!TRUE.contains(text) && !FALSE.contains(text)) {
      throw malformed(
          name + " in the file's metadata is neither true nor false: " + Printable.quote(text));
    }
    return TRUE.contains(text);
  }

  private static int integer(MapNode block, String name) {
    String given = text(block, name).orElse("");
    String text = given.isEmpty() ? "0" : given;
    try {
      if (text.matches("[+-]?[0-9]+")) {
        return Integer.parseInt(text);
      }
      throw new NumberFormatException();
    } catch (NumberFormatException e) {
      throw malformed(name + " in the file's metadata is not a number: " + Printable.quote(text))
          .from(e);
    }
  }

  /** Returns the field with this name, in any case. */
  static Optional<Node> field(MapNode map, String name) {
    for (Entry entry : map.entries()) {
      if (entry.key().equalsIgnoreCase(name)) {
        return Optional.of(entry.value().resolved());
      }
    }
    return Optional.empty();
  }

  /**
   * Refuses fields whose names differ only in case, because readers disagree on which one counts.
   *
   * @throws SealconfException with {@code GENERIC}
   */
  static void refuseTwice(MapNode fields) {
    Set<String> names = new HashSet<>();
    for (Entry entry : fields.entries()) {
      if (!names.add(entry.key().toLowerCase(Locale.ROOT))) {
        throw malformed(
            "duplicate field " + Printable.quote(entry.key()) + " in the file's metadata");
      }
    }
  }

  private static Optional<String> text(MapNode map, String name) {
    Optional<Node> field = field(map, name);
    if (field.isPresent() && !(field.get() instanceof Leaf)) {
      throw malformed(name + " in the file's metadata is a map or a list");
    }
    return field.isPresent() ? text(field.get()) : Optional.empty();
  }

  /**
   * Returns the text of a scalar of any type; empty for anything else.
   *
   * @throws SealconfException with {@code GENERIC} for a time, which SOPS does not accept as text
   */
  static Optional<String> text(Node node) {
    if (node.resolved() instanceof Leaf time && time.value() instanceof Scalar.Time) {
      throw malformed("a field of the file's metadata is a time without quotes");
    }
    if (!(node.resolved() instanceof Leaf leaf) || leaf.value() instanceof Scalar.Null) {
      return Optional.empty();
    } else if (leaf.value() instanceof Scalar.Bool bool) {
      return Optional.of(Boolean.toString(bool.value()));
    }
    return leaf.value() instanceof Scalar.Text text
        ? Optional.of(text.value())
        : Optional.of(AdditionalData.string(ValueText.bytes(leaf.value())));
  }

  /** Returns the maps of a list, or the map itself if there is only one. */
  static List<MapNode> maps(Node node) {
    if (node.resolved() instanceof MapNode map) {
      return List.of(map);
    }
    List<MapNode> maps = new ArrayList<>();
    if (node.resolved() instanceof ListNode list) {
      for (Node item : list.items()) {
        if (item.resolved() instanceof MapNode map) {
          maps.add(map);
        }
      }
    }
    return maps;
  }

  private static SealconfException malformed(String message) {
    return new OpeningFailure.Malformed(message);
  }
}
