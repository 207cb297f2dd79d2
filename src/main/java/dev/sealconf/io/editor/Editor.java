package dev.sealconf.io.editor;

import dev.sealconf.io.plaintext.PlaintextFolder;

/** Lets a person edit a file: an editor in the terminal, or a test. */
@FunctionalInterface
public interface Editor {

  /**
   * Edits a file and returns when the person is done.
   *
   * @param name a file in the folder
   * @throws dev.sealconf.error.EditorFailure if the editor can't run, or reports failure
   */
  void edit(PlaintextFolder folder, String name);
}
