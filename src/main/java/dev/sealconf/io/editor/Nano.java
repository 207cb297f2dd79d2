package dev.sealconf.io.editor;

import com.google.auto.service.AutoService;
import dev.sealconf.io.plaintext.PlaintextFolder;
import java.util.List;
import java.util.Map;

/**
 * GNU nano. What a user's {@code nanorc} turns on can't be turned off, so backups and the history
 * of searches go into the folder; what nano saves when it is killed is beside the file anyway.
 */
@AutoService(EditorProgram.class)
public final class Nano implements EditorProgram {

  @Override
  public boolean isCalled(String name) {
    return name.equals("nano") || name.equals("rnano");
  }

  @Override
  public Call call(PlaintextFolder folder, List<String> given) {
    String path = folder.path().toString();
    return new Call(List.of("--backupdir=" + path), Map.of("XDG_DATA_HOME", path));
  }
}
