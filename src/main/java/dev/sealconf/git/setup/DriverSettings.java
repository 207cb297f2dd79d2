package dev.sealconf.git.setup;

import java.util.LinkedHashMap;
import java.util.Map;

/** The settings that make git run sealconf: its filter, its diff and its merge driver. */
public final class DriverSettings {
  /** How git starts the program, as a word of the shell: {@code install} writes it first. */
  public static final String PROGRAM = "sealconf.program";

  /** Starts the filter; without it, nothing is decrypted. */
  public static final String PROCESS = "filter.sealconf.process";

  private DriverSettings() {}

  /**
   * Key and value of each, in an order that is safe to stop at: once the filter is required, git
   * stores nothing that it can't filter.
   *
   * @param program how git starts the program, as a word of the shell
   */
  public static Map<String, String> of(String program) {
    String git = program + " git ";
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(PROGRAM, program);
    settings.put("filter.sealconf.required", "true");
    settings.put(PROCESS, git + "filter-process");
    settings.put("filter.sealconf.clean", git + "clean -- %f");
    settings.put("filter.sealconf.smudge", git + "smudge -- %f");
    settings.put("diff.sealconf.textconv", git + "textconv");
    settings.put("diff.sealconf.cachetextconv", "false");
    settings.put("merge.sealconf.name", "merge of encrypted files by key");
    settings.put("merge.sealconf.driver", git + "merge-driver %O %A %B %L %P");
    settings.put("merge.sealconf.recursive", "binary");
    settings.put("mergetool.sealconf.cmd", git + "mergetool \"$MERGED\"");
    settings.put("mergetool.sealconf.trustexitcode", "true");
    return settings;
  }
}
