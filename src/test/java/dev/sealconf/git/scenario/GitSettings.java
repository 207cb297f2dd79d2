package dev.sealconf.git.scenario;

import java.nio.file.Path;

/**
 * Git's configuration for a sandbox. Git does nothing in the background, which would outlive it.
 */
final class GitSettings {
  /** Without the program. */
  static final String WITHOUT_FILTER =
      """
      [user]
        name = Alice
        email = alice@example.com
      [gc]
        auto = 0
      [maintenance]
        auto = false
      [advice]
        detachedHead = false
      [core]
        fsync = none
      [protocol "file"]
        allow = always
      [uploadpack]
        allowFilter = true
      [pull]
        rebase = false
      """;

  private GitSettings() {}

  /** With this program, as {@code git install} writes it. */
  static String with(Path program) {
    return WITHOUT_FILTER
        + """
        [filter "sealconf"]
          process = %1$s git filter-process
          clean = %1$s git clean -- %%f
          smudge = %1$s git smudge -- %%f
          required = true
        [diff "sealconf"]
          textconv = %1$s git textconv
          cachetextconv = false
        [merge "sealconf"]
          name = sealconf
          driver = %1$s git merge-driver %%O %%A %%B %%L %%P
          recursive = binary
        """
            .formatted(program);
  }
}
