package dev.sealconf.envelope;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sealconf.document.TreePath;
import dev.sealconf.error.ExitCode;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import java.util.List;
import java.util.function.Predicate;

/**
 * A {@link Selection} ready to decide ({@code docs/format.md §6}). Patterns are RE2: linear in
 * time.
 */
public final class Selector {
  private final Selection selection;
  private final Predicate<String> matches;

  private Selector(Selection selection, Predicate<String> matches) {
    this.selection = selection;
    this.matches = matches;
  }

  /**
   * Compiles the rule.
   *
   * @throws SealconfException with {@code CONFLICTING_PARAMETERS} if it is not a valid RE2 pattern:
   *     a rule that can't be read must never mean "nothing is sealed"
   */
  public static Selector of(Selection selection) {
    return switch (selection.kind()) {
      case UNENCRYPTED_SUFFIX, UNSAID, ENCRYPTED_SUFFIX ->
          new Selector(selection, key -> key.endsWith(selection.argument()));
      default -> new Selector(selection, compile(selection));
    };
  }

  private static Predicate<String> compile(Selection selection) {
    try {
      Pattern pattern = Pattern.compile(selection.argument());
      return text -> pattern.matcher(text).find();
    } catch (PatternSyntaxException e) {
      throw new SealconfException(
              ExitCode.CONFLICTING_PARAMETERS,
              selection.kind().field()
                  + " is not a valid pattern: "
                  + Printable.quote(selection.argument()))
          .hint(
              "patterns are RE2: look for unbalanced brackets and for look-around or back-references");
    }
  }

  public Selection selection() {
    return selection;
  }

  /** Whether comments, not keys, decide. */
  boolean byComments() {
    return selection.kind() == Selection.Kind.ENCRYPTED_COMMENT_REGEX
        || selection.kind() == Selection.Kind.UNENCRYPTED_COMMENT_REGEX;
  }

  /** Whether a text matches the rule's pattern; what it is matched against depends on the kind. */
  boolean matches(String text) {
    return matches.test(text);
  }

  /**
   * Whether what stands at this path is to be sealed.
   *
   * @param comments the comments that apply here, one list a level of the tree, the innermost last
   * @param isComment whether it is itself a comment, then the last of the innermost list
   */
  boolean selects(TreePath path, List<List<String>> comments, boolean isComment) {
    return switch (selection.kind()) {
      case UNENCRYPTED_SUFFIX, UNSAID, UNENCRYPTED_REGEX -> !anyKey(path);
      case ENCRYPTED_SUFFIX, ENCRYPTED_REGEX -> anyKey(path);
      case UNENCRYPTED_COMMENT_REGEX -> !anyComment(comments, false);
      case ENCRYPTED_COMMENT_REGEX -> anyComment(comments, isComment);
    };
  }

  private boolean anyKey(TreePath path) {
    for (TreePath.Step step : path.steps()) {
      if (step instanceof TreePath.Key key && matches.test(key.name())) {
        return true;
      }
    }
    return false;
  }

  private boolean anyComment(List<List<String>> comments, boolean exceptLast) {
    for (int level = 0; level < comments.size(); level++) {
      List<String> texts = comments.get(level);
      boolean innermost = level == comments.size() - 1;
      int count = exceptLast && innermost ? texts.size() - 1 : texts.size();
      for (int i = 0; i < count; i++) {
        if (matches.test(texts.get(i))) {
          return true;
        }
      }
    }
    return false;
  }
}
