package dev.sealconf.git.setup;

import java.nio.charset.StandardCharsets;

/** A hook of git that checks that nothing is stored in plaintext. */
public enum Hook {
  /** Checks what is about to be committed. */
  PRE_COMMIT("pre-commit", "git verify --staged"),

  /** Checks what is about to be pushed; also what a rebase, or a commit without hooks, made. */
  PRE_PUSH("pre-push", "git verify --pre-push");

  private final String file;
  private final String check;

  Hook(String file, String check) {
    this.file = file;
    this.check = check;
  }

  /** Returns the name of its file. */
  public String file() {
    return file;
  }

  /** Returns the command that it runs, without the program's name. */
  public String check() {
    return check;
  }

  /** Returns the line that makes another hook run the same check. */
  public String line(String program) {
    return program + " " + check + " || exit 1";
  }

  /** Returns the whole hook. */
  byte[] text(String program) {
    String text =
        "#!/bin/sh\n# Written by sealconf git install; sealconf git uninstall removes it.\nexec "
            + program
            + " "
            + check
            + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
