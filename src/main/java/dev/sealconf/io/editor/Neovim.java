package dev.sealconf.io.editor;

import com.google.auto.service.AutoService;
import dev.sealconf.io.plaintext.PlaintextFolder;
import java.util.List;
import java.util.Map;

/** Neovim, which takes the same options as Vim. */
@AutoService(EditorProgram.class)
public final class Neovim implements EditorProgram {

  @Override
  public boolean isCalled(String name) {
    return name.equals("nvim") || name.startsWith("nvim.");
  }

  @Override
  public Call call(PlaintextFolder folder, List<String> given) {
    return new Call(Vim.QUIET, Map.of());
  }
}
