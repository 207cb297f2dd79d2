package dev.sealconf.session.task;

import dev.sealconf.io.Ask;
import dev.sealconf.session.folder.FileNames;
import java.util.Locale;

/**
 * Asks about one proposal after another. {@code a} accepts all that follow, except one after which
 * no key here could open a file; {@code q} declines all that follow.
 */
final class KeyQuestions {
  private final Ask terminal;
  private final boolean single;
  private boolean all;
  private boolean quit;

  /** With {@code single}, there is only one file, so the only answers are yes and no. */
  KeyQuestions(Ask terminal, boolean single) {
    this.terminal = terminal;
    this.single = single;
  }

  /**
   * Returns whether the user accepts; {@code locksOut} if no key here will open the files
   * afterwards.
   */
  boolean agrees(KeyProposal proposal, boolean locksOut) {
    if (quit || all && !locksOut) {
      return !quit;
    }
    String loss =
        locksOut
            ? "None of your keys will decrypt " + FileNames.of(proposal.files()) + " afterwards. "
            : "";
    if (single) {
      return terminal.confirm(loss + "Is this okay?");
    }
    String answer =
        terminal
            .askLine(loss + "Is this okay? [y/N/a/q] ")
            .orElse("q")
            .strip()
            .toLowerCase(Locale.ROOT);
    boolean agreesToAll = answer.equals("a") || answer.equals("all");
    all |= agreesToAll;
    quit = answer.equals("q") || answer.equals("quit");
    return agreesToAll || answer.equals("y") || answer.equals("yes");
  }
}
