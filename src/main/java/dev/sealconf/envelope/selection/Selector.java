package dev.sealconf.envelope.selection;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sealconf.document.tree.Inherited;
import dev.sealconf.document.tree.TreePath;
import dev.sealconf.error.Printable;
import dev.sealconf.error.SealconfException;
import dev.sealconf.error.UsageFailure;
import java.util.HashMap;
import java.util.Map;

/**
 * A compiled {@link Selection} ({@code docs/format.md §6}). Not thread-safe. Patterns are RE2,
 * which takes linear time.
 */
public final class Selector {
  /** The maximum product of characters and pattern instructions: a few seconds at worst. */
  private static final long MOST_WORK = 250_000_000;

  private final Selection selection;
  private final Pattern pattern;
  private final Map<String, Boolean> known = new HashMap<>();
  private final Inherited<Boolean> keys =
      new Inherited<>(false, (above, step) -> above || matchesKey(step));
  private long work;

  private Selector(Selection selection, Pattern pattern) {
    this.selection = selection;
    this.pattern = pattern;
  }

  /**
   * Compiles the rule.
   *
   * @throws SealconfException with {@code CONFLICTING_PARAMETERS} if it is not a valid RE2 pattern:
   *     an unreadable rule must never mean "nothing is sealed"
   */
  public static Selector of(Selection selection) {
    return switch (selection.kind()) {
      case UNENCRYPTED_SUFFIX, UNSAID, ENCRYPTED_SUFFIX -> new Selector(selection, null);
      default -> new Selector(selection, compile(selection));
    };
  }

  private static Pattern compile(Selection selection) {
    try {
      return RulePattern.compile(selection.argument());
    } catch (PatternSyntaxException e) {
      throw new UsageFailure.InvalidPattern(
              selection.kind().field()
                  + " is not a valid pattern: "
                  + Printable.quote(selection.argument()))
          .hint(
              "patterns are RE2: look for unbalanced brackets and for look-around or"
                  + " back-references")
          .from(e);
    }
  }

  /** Returns the rule. */
  public Selection selection() {
    return selection;
  }

  /** Returns whether comments, not keys, decide. */
  public boolean byComments() {
    return selection.kind() == Selection.Kind.ENCRYPTED_COMMENT_REGEX
        || selection.kind() == Selection.Kind.UNENCRYPTED_COMMENT_REGEX;
  }

  /**
   * Returns whether a text matches the rule; the kind says which text to match.
   *
   * @throws SealconfException with {@code CONFLICTING_PARAMETERS} if the pattern is too long for
   *     this much text
   */
  public boolean matches(String text) {
    if (pattern == null) {
      return text.endsWith(selection.argument());
    }
    work += (text.length() + 1L) * pattern.programSize();
    if (work > MOST_WORK) {
      throw new UsageFailure.InvalidPattern(
              selection.kind().field() + " is too long a pattern for so many or such long keys")
          .hint("shorten the pattern, or split the file");
    }
    return pattern.matcher(text).find();
  }

  private boolean matchesKey(TreePath.Step step) {
    return step instanceof TreePath.Key key
        && (pattern == null
            ? matches(key.name())
            : known.computeIfAbsent(key.name(), this::matches));
  }

  /**
   * Returns whether to seal what is at this path.
   *
   * @param comments the comments that apply to it
   * @param isComment whether it is a comment, which is then the last of {@code comments}
   */
  boolean selects(TreePath path, RuleComments comments, boolean isComment) {
    return switch (selection.kind()) {
      case UNENCRYPTED_SUFFIX, UNSAID, UNENCRYPTED_REGEX -> !keys.at(path);
      case ENCRYPTED_SUFFIX, ENCRYPTED_REGEX -> keys.at(path);
      case UNENCRYPTED_COMMENT_REGEX -> !comments.any();
      case ENCRYPTED_COMMENT_REGEX -> isComment ? comments.anyBeforeLast() : comments.any();
    };
  }
}
