package dev.sealconf.git.doctor;

import dev.sealconf.error.Printable;
import dev.sealconf.git.protection.ProtectionMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks for conflicts that {@code git rerere} records: for transparent files, it copies the
 * plaintext of the work tree. Git records if the setting says so, or if the folder is there.
 */
final class RerereCheck implements Check {
  @Override
  public List<Finding> findings(RepositoryState state) {
    Path folder = state.repository().sharedFolder().resolve("rr-cache");
    boolean there = Files.isDirectory(folder);
    if (state.in(ProtectionMode.TRANSPARENT).isEmpty() || !there && !isOn(state)) {
      return List.of();
    }
    return List.of(
        Finding.warning(
            "git rerere keeps conflicts in plaintext, in " + Printable.quote(folder.toString()),
            "turn it off: git config rerere.enabled false",
            "then remove what it recorded: rm -r " + Printable.quote(folder.toString())));
  }

  private static boolean isOn(RepositoryState state) {
    List<String> question = List.of("config", "--type=bool", "rerere.enabled");
    return new String(
            state.repository().git().run(new byte[0], question).out(), StandardCharsets.US_ASCII)
        .startsWith("true");
  }
}
