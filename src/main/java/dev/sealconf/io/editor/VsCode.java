package dev.sealconf.io.editor;

import com.google.auto.service.AutoService;
import dev.sealconf.io.plaintext.PlaintextFolder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Visual Studio Code and its derivatives. It keeps copies of everything it edits in its data
 * folder, and extensions can read and send open files. So it gets a data folder inside the private
 * folder, and no extensions.
 */
@AutoService(EditorProgram.class)
public final class VsCode implements EditorProgram {
  private static final Set<String> NAMES = Set.of("code", "code-insiders", "code-oss", "codium");
  private static final String DATA = ".code";
  private static final String SETTINGS =
      "{\"files.hotExit\": \"off\", \"workbench.localHistory.enabled\": false,"
          + " \"telemetry.telemetryLevel\": \"off\", \"update.mode\": \"none\","
          + " \"security.workspace.trust.enabled\": false}\n";

  @Override
  public boolean isCalled(String name) {
    return NAMES.contains(name);
  }

  @Override
  public Call call(PlaintextFolder folder, List<String> given) {
    folder.write(DATA + "/User/settings.json", SETTINGS.getBytes(StandardCharsets.UTF_8));
    List<String> arguments = new ArrayList<>();
    if (!given.contains("--wait") && !given.contains("-w")) {
      arguments.add("--wait");
    }
    arguments.add("--new-window");
    arguments.add("--disable-extensions");
    arguments.add("--user-data-dir=" + folder.path(DATA));
    return new Call(arguments, Map.of());
  }
}
