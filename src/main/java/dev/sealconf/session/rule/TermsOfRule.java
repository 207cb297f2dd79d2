package dev.sealconf.session.rule;

import dev.sealconf.config.CreationRule;
import dev.sealconf.envelope.selection.Selection;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.ring.KeyProviders;
import dev.sealconf.operation.guard.RuleTerms;
import java.util.List;

/** Shows a creation rule to the guard. */
record TermsOfRule(CreationRule rule, KeyProviders providers) implements RuleTerms {

  @Override
  public Selection selection() {
    return rule.selection().orElse(Selection.DEFAULT);
  }

  @Override
  public boolean macOnlyEncrypted() {
    return rule.macOnlyEncrypted();
  }

  @Override
  public List<KeyGroup> groups() {
    return rule.groups(providers);
  }

  @Override
  public int threshold() {
    return rule.threshold();
  }
}
