package dev.sealconf.operation.branch;

import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.metadata.Terms;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.WrappedGroup;
import dev.sealconf.operation.SameRecipe;
import dev.sealconf.operation.file.MergedFile;
import dev.sealconf.operation.file.OpenedFile;
import dev.sealconf.operation.groups.KeyIdentity;
import dev.sealconf.operation.merge.Versions;
import dev.sealconf.operation.merge.Versions.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The data key, recipients and rules of a merged file: for each of them, what the branch has that
 * changed it. The result never has a recipient that only one side wants, and never an old data key
 * that a branch has replaced.
 *
 * @param terms recipients and rules
 * @param sources the versions under the data key of the result, the one to take wrapped keys and
 *     first tokens from in front; empty for a new data key
 * @param wrapped the wrapped data key; empty for a new data key
 * @param conflicts what both branches changed, and not to the same: words for a message
 */
public record MergedTerms(
    Terms terms, List<OpenedFile> sources, List<WrappedGroup> wrapped, List<String> conflicts) {

  /**
   * Decides.
   *
   * @param base empty if there is none, or if it can't be opened
   * @param confirmed whether the creation rules confirm recipients and rules of a version
   */
  public static MergedTerms of(
      Optional<OpenedFile> base,
      OpenedFile ours,
      OpenedFile theirs,
      Predicate<OpenedFile> confirmed) {
    return new Decision(base, ours, theirs, confirmed).merged();
  }

  /** A version of which one thing is compared. */
  private static final class Decision {
    private final Optional<OpenedFile> base;
    private final OpenedFile ours;
    private final OpenedFile theirs;
    private final Predicate<OpenedFile> confirmed;
    private final Trust trust;
    private final List<String> conflicts = new ArrayList<>();

    Decision(
        Optional<OpenedFile> base,
        OpenedFile ours,
        OpenedFile theirs,
        Predicate<OpenedFile> confirmed) {
      this.base = base;
      this.ours = ours;
      this.theirs = theirs;
      this.confirmed = confirmed;
      boolean sealed =
          ours.metadata().seal().isPresent()
              || theirs.metadata().seal().isPresent()
              || base.filter(file -> file.metadata().seal().isPresent()).isPresent();
      this.trust = new Trust(base, sealed);
    }

    MergedTerms merged() {
      Selection selection =
          side("the rule that selects what is encrypted", Decision::selection, trust::inSeal)
              .metadata()
              .selection();
      boolean macOnly =
          side("mac_only_encrypted", m -> m.macOnlyEncrypted(), trust::inSeal)
              .metadata()
              .macOnlyEncrypted();
      int before = conflicts.size();
      OpenedFile recipients = side("the recipients", Decision::recipients, trust::inRecipients);
      boolean disputed = conflicts.size() > before;
      Terms terms =
          new Terms(
              disputed ? common() : recipients.metadata().terms().groups(),
              recipients.metadata().threshold(),
              selection,
              macOnly,
              policy(recipients));
      Optional<OpenedFile> key = disputed ? Optional.empty() : dataKey(recipients);
      List<WrappedGroup> wrapped = key.map(source -> source.metadata().groups()).orElse(List.of());
      return new MergedTerms(
          terms, key.map(this::sources).orElse(List.of()), wrapped, List.copyOf(conflicts));
    }

    /** A seal that is written vouches for the recipients. */
    private Terms.SealPolicy policy(OpenedFile recipients) {
      boolean changed =
          base.isEmpty() || !recipients(base.get().metadata()).equals(recipients(recipients));
      boolean unsure =
          changed && !recipients.opened().termsVouched() && !confirmed.test(recipients);
      return unsure ? Terms.SealPolicy.NEVER : Terms.SealPolicy.WHEN_NEEDED;
    }

    /** Returns the side whose version of something counts; ours if that is a conflict. */
    private OpenedFile side(
        String what, Function<Metadata, Object> of, Predicate<OpenedFile> trusted) {
      Object one = of.apply(ours.metadata());
      Object other = of.apply(theirs.metadata());
      Optional<Object> was = base.map(file -> of.apply(file.metadata()));
      if (one.equals(other)) {
        return ours;
      }
      boolean weChanged = !was.equals(Optional.of(one));
      boolean theyChanged = !was.equals(Optional.of(other));
      OpenedFile changed = weChanged ? ours : theirs;
      OpenedFile unchanged = weChanged ? theirs : ours;
      if (weChanged && theyChanged) {
        conflicts.add(what);
        return ours;
      }
      if (!trusted.test(changed) && !confirmed.test(changed)) {
        conflicts.add(what);
        return unchanged;
      }
      return changed;
    }

    private static Object selection(Metadata metadata) {
      return SameRecipe.selection(metadata.selection());
    }

    private static Object recipients(OpenedFile file) {
      return recipients(file.metadata());
    }

    private static Object recipients(Metadata metadata) {
      List<Set<String>> groups =
          metadata.terms().groups().stream()
              .map(
                  group ->
                      group.masterKeys().stream().map(KeyIdentity::of).collect(Collectors.toSet()))
              .toList();
      return List.of(groups, metadata.terms().groupsNeeded());
    }

    /**
     * Returns the recipients of both sides, group by group; ours if that leaves a group without
     * any. Who one side removed is never among them.
     */
    private List<KeyGroup> common() {
      List<KeyGroup> one = ours.metadata().terms().groups();
      List<KeyGroup> other = theirs.metadata().terms().groups();
      List<KeyGroup> common = new ArrayList<>();
      for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
        Set<String> shared = new TreeSet<>();
        other.get(i).masterKeys().forEach(key -> shared.add(KeyIdentity.of(key)));
        List<MasterKey> both =
            one.get(i).masterKeys().stream()
                .filter(key -> shared.contains(KeyIdentity.of(key)))
                .toList();
        common.add(new KeyGroup(both));
      }
      boolean usable =
          one.size() == other.size()
              && common.stream().noneMatch(group -> group.masterKeys().isEmpty());
      return usable ? common : one;
    }

    /**
     * Returns a version with the data key and the recipients of the result; empty for a new data
     * key.
     */
    private Optional<OpenedFile> dataKey(OpenedFile recipients) {
      if (MergedFile.sameDataKey(ours, theirs)) {
        return Optional.of(recipients);
      }
      Optional<Side> rotated = rotated();
      if (rotated.isEmpty()) {
        boolean both = base.isPresent() && trust.inDataKey(recipients);
        return both ? Optional.of(recipients) : Optional.empty();
      }
      OpenedFile version = new Versions<>(ours, ours, theirs).of(rotated.get());
      boolean fits = recipients(version).equals(recipients(recipients));
      return fits && trust.inDataKey(version) ? Optional.of(version) : Optional.empty();
    }

    /** Returns the only side that has another data key than the base. */
    private Optional<Side> rotated() {
      boolean weRotated = base.isEmpty() || !MergedFile.sameDataKey(base.get(), ours);
      boolean theyRotated = base.isEmpty() || !MergedFile.sameDataKey(base.get(), theirs);
      if (weRotated == theyRotated) {
        return Optional.empty();
      }
      return Optional.of(weRotated ? Side.OURS : Side.THEIRS);
    }

    /** Returns all versions under a data key: that of our side first, where it has the key. */
    private List<OpenedFile> sources(OpenedFile key) {
      List<OpenedFile> all = new ArrayList<>(List.of(ours, theirs));
      base.ifPresent(all::add);
      all.removeIf(file -> !MergedFile.sameDataKey(file, key));
      return all;
    }
  }
}
