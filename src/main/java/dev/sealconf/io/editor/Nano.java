package dev.sealconf.io.editor;

import com.google.auto.service.AutoService;
import dev.sealconf.io.plaintext.PlaintextFolder;
import java.util.List;
import java.util.Map;

/**
 * GNU nano. A flag can't turn off what a user's {@code nanorc} turns on, so backups and the search
 * history go into the folder. If nano is killed, it saves next to the file, which is in the folder
 * anyway.
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
