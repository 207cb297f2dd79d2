package dev.sealconf.io.editor;

import dev.sealconf.io.plaintext.PlaintextFolder;

/** Lets a person change a file: an editor on the terminal, or a test. */
@FunctionalInterface
public interface Editor {

  /**
   * Returns when the person is done.
   *
   * @param name a file in the folder
   * @throws dev.sealconf.error.EditorFailure if the editor can't run, or says that it failed
   */
  void edit(PlaintextFolder folder, String name);
}
