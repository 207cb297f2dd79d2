package dev.sealconf.io.editor;

import com.google.auto.service.AutoService;
import dev.sealconf.io.plaintext.PlaintextFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Vim, in all its sizes. */
@AutoService(EditorProgram.class)
public final class Vim implements EditorProgram {

  /**
   * No swap file; no file of registers and searches; no backup and no undo file, whatever the
   * user's own settings, which are read before {@code -c}. A small Vim lacks some of the options.
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
    arguments.add("-f"); // its window stays this process: else the draft is wiped at once
    return new Call(arguments, Map.of());
  }
}
