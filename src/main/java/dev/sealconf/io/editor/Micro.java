package dev.sealconf.io.editor;

import com.google.auto.service.AutoService;
import dev.sealconf.io.plaintext.PlaintextFolder;
import java.util.List;
import java.util.Map;

/** micro. */
@AutoService(EditorProgram.class)
public final class Micro implements EditorProgram {
  private static final List<String> QUIET =
      List.of(
          "-backup",
          "false",
          "-saveundo",
          "false",
          "-savehistory",
          "false",
          "-savecursor",
          "false");

  @Override
  public boolean isCalled(String name) {
    return name.equals("micro");
  }

  @Override
  public Call call(PlaintextFolder folder, List<String> given) {
    return new Call(QUIET, Map.of());
  }
}
