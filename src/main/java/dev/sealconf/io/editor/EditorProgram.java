package dev.sealconf.io.editor;

import dev.sealconf.io.plaintext.PlaintextFolder;
import java.util.List;
import java.util.Map;

/**
 * One editor: how to keep it from writing the text, or parts of it, to any file but the one it
 * edits. That means backups, swap files, undo files, histories of searches and registers, and
 * recovery copies; what can't be turned off goes into the folder, where it is wiped.
 *
 * <p>An implementation is one class annotated {@code @AutoService(EditorProgram.class)} with a
 * public constructor without arguments.
 */
public interface EditorProgram {

  /** How it is to be called; {@code arguments} stand right before the file's name. */
  record Call(List<String> arguments, Map<String, String> environment) {}

  /** Whether a program of this file name is this editor. */
  boolean isCalled(String name);

  /**
   * How it is to be called.
   *
   * @param given the arguments that the user gave it
   */
  Call call(PlaintextFolder folder, List<String> given);
}
