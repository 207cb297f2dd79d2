package dev.sealconf.document.format.yaml.edit;

import dev.sealconf.document.Span;
import dev.sealconf.document.Splice;
import dev.sealconf.document.format.yaml.layout.YamlLayout;
import dev.sealconf.document.format.yaml.print.FlowStyle;
import dev.sealconf.document.format.yaml.print.ScalarStyles;
import dev.sealconf.document.tree.Alias;
import dev.sealconf.document.tree.Leaf;
import dev.sealconf.document.tree.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the values of aliases when their target changes. For SOPS an alias is a copy, so each alias
 * becomes a copy before the anchored node is removed or gets another value.
 */
final class AliasCopies {
  private final WrittenNodes around;
  private final List<Span> changed = new ArrayList<>();
  private Span gone = Span.NONE;

  AliasCopies(WrittenNodes around) {
    this.around = around;
  }

  /** Records a node that stays but whose content will change. */
  void changes(Node node) {
    changed.add(node.span());
  }

  /** Records that everything between two offsets will be removed. */
  void goes(int start, int end) {
    gone = new Span(start, end);
  }

  /** Returns the splices that replace each affected alias with a copy. */
  List<Splice> splices() {
    List<Splice> splices = new ArrayList<>();
    for (Alias alias : around.aliases()) {
      if (concerned(alias.target().span()) && !within(alias.span())) {
        splices.add(Splice.of(alias.span(), copy(alias)));
      }
    }
    return splices;
  }

  private boolean concerned(Span anchored) {
    return changed.contains(anchored) || within(anchored);
  }

  private boolean within(Span span) {
    return !gone.equals(Span.NONE) && gone.start() <= span.start() && span.end() <= gone.end();
  }

  private static String copy(Alias alias) {
    return alias.resolved() instanceof Leaf leaf && !YamlLayout.of(alias).inFlow
        ? ScalarStyles.exact(leaf.value(), false)
        : FlowStyle.copy(alias);
  }
}
