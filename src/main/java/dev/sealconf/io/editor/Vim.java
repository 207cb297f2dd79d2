package dev.sealconf.io.editor;

import com.google.auto.service.AutoService;
import dev.sealconf.io.plaintext.PlaintextFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Vim, in both small and full builds. */
@AutoService(EditorProgram.class)
public final class Vim implements EditorProgram {

  /**
   * Disables the swap file, the file of registers and searches, backups and the undo file. {@code
   * -c} runs after the user's own settings are read. A small Vim lacks some of these options.
   */
  static final List<String> QUIET =
      List.of(
          "-n",
          "-i",
          "NONE",
          "-c",
          "silent! set nobackup nowritebackup",
          "-c",
          "silent! set noundofile");

  @Override
  public boolean isCalled(String name) {
    return name.equals("vim") || name.startsWith("vim.") || name.equals("gvim");
  }

  @Override
  public Call call(PlaintextFolder folder, List<String> given) {
    List<String> arguments = new ArrayList<>(QUIET);
    arguments.add("-f"); // keeps its window in this process, so the draft isn't wiped too early
    return new Call(arguments, Map.of());
  }
}
