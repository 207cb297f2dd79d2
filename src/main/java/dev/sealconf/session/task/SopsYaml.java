package dev.sealconf.session.task;

import dev.sealconf.io.file.SafeFile;
import dev.sealconf.keys.ring.ExampleRecipient;
import dev.sealconf.keys.ring.KeyProviders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes {@code .sops.yaml} for {@code init}. */
final class SopsYaml {
  private static final String HEAD =
      """
      # Lists the recipients of your files. It contains no secret: commit it.
      #
      # The first rule that matches a file's path, relative to this folder, applies. A rule without
      # path_regex matches every file. After a change, update the files: sealconf updatekeys
      creation_rules:
        # For example only some values of the files below deploy/, for two people:
        #
        # - path_regex: ^deploy/.*\\.(yaml|json|env|ini)$
        #   encrypted_regex: ^(data|stringData|password)$
        #   %s,%s

        - \
      """;

  private SopsYaml() {}

  /** Writes the file with one rule that covers every file and contains this line. */
  static void write(SafeFile files, Path file, String line) {
    ExampleRecipient example = new ExampleRecipient(KeyProviders.installed());
    byte[] bytes =
        (HEAD.formatted(example.ruleField(), example.text()) + line + "\n")
            .getBytes(StandardCharsets.UTF_8);
    files.write(file, SafeFile.Content.SEALED, bytes);
  }

  /** Returns a text as YAML, in quotes if it needs them. */
  static String scalar(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9_./@-]*") ? text : "'" + text.replace("'", "''") + "'";
  }
}
