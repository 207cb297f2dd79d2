package dev.sealconf.io.editor;

import com.google.auto.service.AutoService;
import dev.sealconf.io.plaintext.PlaintextFolder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Visual Studio Code and what is built like it. It keeps copies of all that it edits among its own
 * data, and extensions can read and send what is open, so it gets data of its own in the folder,
 * and no extension.
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
