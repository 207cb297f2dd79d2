package dev.sealconf.io.editor;

import dev.sealconf.io.plaintext.PlaintextFolder;
import java.util.List;
import java.util.Map;

/**
 * Knows how to keep one editor from writing the text, or parts of it, to any file but the one it
 * edits: backups, swap files, undo files, histories of searches and registers, and recovery copies.
 * Those that can't be turned off go into the folder, where they are wiped.
 *
 * <p>An implementation is a class annotated {@code @AutoService(EditorProgram.class)} with a public
 * no-argument constructor.
 */
public interface EditorProgram {

  /** How to call the editor. {@code arguments} come directly before the file name. */
  record Call(List<String> arguments, Map<String, String> environment) {}

  /** Returns whether a program with this file name is this editor. */
  boolean isCalled(String name);

  /**
   * Returns how to call the editor.
   *
   * @param given the arguments that the user configured
   */
  Call call(PlaintextFolder folder, List<String> given);
}
