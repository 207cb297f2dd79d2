package dev.sealconf.io.editor;

import com.google.auto.service.AutoService;
import dev.sealconf.io.plaintext.PlaintextFolder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** GNU Emacs, except {@code emacsclient}, because its server has its own settings. */
@AutoService(EditorProgram.class)
public final class Emacs implements EditorProgram {
  private static final Pattern NAME = Pattern.compile("emacs([-.0-9].*)?");

  /** Loaded after the user's settings, so that they can't turn anything back on. */
  private static final String QUIET =
      "(progn (setq make-backup-files nil backup-inhibited t vc-make-backup-files nil"
          + " auto-save-default nil auto-save-list-file-prefix nil create-lockfiles nil"
          + " undo-tree-auto-save-history nil)"
          + " (if (fboundp 'savehist-mode) (savehist-mode -1))"
          + " (if (fboundp 'desktop-save-mode) (desktop-save-mode -1)))";

  @Override
  public boolean isCalled(String name) {
    return NAME.matcher(name).matches();
  }

  @Override
  public Call call(PlaintextFolder folder, List<String> given) {
    return new Call(List.of("--eval", QUIET), Map.of());
  }
}
