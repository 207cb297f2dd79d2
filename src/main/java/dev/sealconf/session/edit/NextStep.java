package dev.sealconf.session.edit;

import dev.sealconf.error.SealconfException;
import dev.sealconf.io.Ask;
import java.util.Locale;
import java.util.Optional;

/** What to do with a draft that can't be used. */
enum NextStep {
  EDIT_AGAIN,
  SAVE,
  QUIT;

  private static final String CHOICE = " — [e]dit again, [s]ave the draft encrypted, [q]uit: ";

  /** Asks until the answer is one of these. If there is no answer, the draft is saved. */
  static NextStep ask(Ask ask, SealconfException failure) {
    if (!ask.interactive()) {
      return SAVE;
    }
    String prompt = failure.location().map(place -> place + ": ").orElse("") + failure.getMessage();
    while (true) {
      Optional<String> answer = ask.askLine(prompt + CHOICE);
      if (answer.isEmpty()) {
        return SAVE;
      }
      switch (answer.get().strip().toLowerCase(Locale.ROOT)) {
        case "", "e", "edit" -> {
          return EDIT_AGAIN;
        }
        case "s", "save" -> {
          return SAVE;
        }
        case "q", "quit" -> {
          return QUIT;
        }
        default -> {
          // Any other answer: ask again.
        }
      }
    }
  }
}
