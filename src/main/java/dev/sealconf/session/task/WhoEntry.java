package dev.sealconf.session.task;

import dev.sealconf.config.RecipientLabels;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.keys.ring.KeyService;
import dev.sealconf.operation.file.FileAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who can open one file.
 *
 * @param needed how many of the groups are needed
 */
public record WhoEntry(String file, int needed, List<List<Recipient>> groups) {

  /**
   * A recipient of the file.
   *
   * @param label what people call the recipient; untrusted
   * @param opens whether this key opens here, if that was tried
   */
  public record Recipient(MasterKey key, Optional<String> label, Optional<Boolean> opens) {}

  /** Returns the entry for a file with this metadata. */
  public static WhoEntry of(
      String file, FileAccess access, RecipientLabels labels, Optional<KeyService> checking) {
    List<List<Recipient>> groups = new ArrayList<>();
    for (WrappedGroup group : access.groups()) {
      groups.add(
          group.keys().stream()
              .map(
                  key ->
                      new Recipient(
                          key.masterKey(),
                          labels.of(key.masterKey()),
                          checking.map(service -> FileAccess.opens(service, key))))
              .toList());
    }
    return new WhoEntry(file, access.needed(), groups);
  }

  /** Returns the entry for the recipients that a creation rule names. */
  public static WhoEntry of(
      String file, List<KeyGroup> groups, int threshold, RecipientLabels labels) {
    int needed = groups.size() == 1 ? 1 : threshold == 0 ? groups.size() : threshold;
    List<List<Recipient>> recipients = new ArrayList<>();
    for (KeyGroup group : groups) {
      recipients.add(
          group.masterKeys().stream()
              .map(key -> new Recipient(key, labels.of(key), Optional.empty()))
              .toList());
    }
    return new WhoEntry(file, needed, recipients);
  }

  /** Returns whether enough groups open here, if that was tried. */
  public Optional<Boolean> opens() {
    if (groups.stream().flatMap(List::stream).anyMatch(r -> r.opens().isEmpty())) {
      return Optional.empty();
    }
    long open =
        groups.stream().filter(g -> g.stream().anyMatch(r -> r.opens().orElseThrow())).count();
    return Optional.of(open >= needed);
  }
}
