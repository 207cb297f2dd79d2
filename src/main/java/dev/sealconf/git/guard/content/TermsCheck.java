package dev.sealconf.git.guard.content;

import dev.sealconf.config.CreationRule;
import dev.sealconf.envelope.metadata.Metadata;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.git.guard.finding.Check;
import dev.sealconf.git.guard.finding.FileVersion;
import dev.sealconf.git.guard.finding.Findings;
import dev.sealconf.git.guard.settings.Demand;
import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.operation.SameRecipe;
import dev.sealconf.operation.groups.GroupChange;
import dev.sealconf.operation.groups.ShownKey;
import java.util.ArrayList;
import java.util.List;

/** Compares recipients and selection of an encrypted file with its creation rule; needs no key. */
final class TermsCheck {
  private final KeyProviders providers;
  private final Findings findings;

  TermsCheck(KeyProviders providers, Findings findings) {
    this.providers = providers;
    this.findings = findings;
  }

  /**
   * Checks a file.
   *
   * @param whole whether the file is encrypted as a whole, so that there is nothing to select
   */
  void check(FileVersion file, Metadata metadata, Demand demand, boolean whole) {
    if (demand.requiresSeal() && metadata.seal().isEmpty()) {
      findings.add(
          Check.NO_SEAL,
          file,
          0,
          "the file has no seal, and .sops.yaml says require_seal",
          "add a seal: sealconf rotate -i " + file.word());
    }
    if (demand.rule().isEmpty()) {
      return;
    }
    CreationRule rule = demand.rule().get();
    try {
      recipients(file, metadata, rule, demand.filtered());
      if (!whole) {
        selection(file, metadata, rule, demand.filtered());
      }
    } catch (SealconfException e) {
      String place = e.location().orElse(rule.where()).toString();
      findings.add(
          Check.SETTINGS,
          file,
          0,
          "its creation rule can't be read: " + place + ": " + e.getMessage(),
          "correct the rule");
    }
  }

  private void recipients(
      FileVersion file, Metadata metadata, CreationRule rule, boolean filtered) {
    GroupChange change =
        GroupChange.toRule(metadata, rule.groups(providers), rule.threshold(), providers);
    if (change.isEmpty()) {
      return;
    }
    List<String> differences = new ArrayList<>();
    for (GroupChange.Group group : change.groups()) {
      add("not encrypted for ", group.added(), differences);
      add("encrypted for, but .sops.yaml doesn't list: ", group.removed(), differences);
    }
    if (change.neededBefore() != change.neededAfter()) {
      differences.add(
          "key groups needed: "
              + change.neededBefore()
              + ", but .sops.yaml says "
              + change.neededAfter());
    }
    findings.add(
        Check.RECIPIENTS,
        file,
        0,
        String.join("; ", differences),
        (filtered ? "sealconf git updatekeys " : "sealconf updatekeys ") + file.word());
  }

  private static void add(String words, List<MasterKey> keys, List<String> differences) {
    if (!keys.isEmpty()) {
      differences.add(words + String.join(", ", keys.stream().map(ShownKey::of).toList()));
    }
  }

  private void selection(FileVersion file, Metadata metadata, CreationRule rule, boolean filtered) {
    Selection ofFile = SameRecipe.selection(metadata.selection());
    Selection ofRule = SameRecipe.selection(rule.selection().orElse(Selection.DEFAULT));
    String encrypt = "sealconf encrypt -i " + file.word();
    String hint =
        filtered
            ? "encrypt the plaintext by the rule: "
                + (encrypt + " && git add -- " + file.word() + " && sealconf git unlock")
            : "decrypt the file and encrypt it again: "
                + ("sealconf decrypt -i " + file.word() + " && " + encrypt);
    if (!ofFile.equals(ofRule)) {
      findings.add(
          Check.SELECTION,
          file,
          0,
          "the file has " + shown(ofFile) + ", but .sops.yaml says " + shown(ofRule),
          hint);
    }
    if (metadata.macOnlyEncrypted() && !rule.macOnlyEncrypted()) {
      findings.add(
          Check.SELECTION,
          file,
          0,
          "the file has mac_only_encrypted, which .sops.yaml doesn't set",
          hint);
    }
  }

  private static String shown(Selection selection) {
    return selection.kind().field() + " " + Printable.quote(selection.argument());
  }
}
