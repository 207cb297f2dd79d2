package dev.sealconf.session.edit;

import dev.sealconf.document.Document;

/** The file that is edited: one that is there, or a new one. */
interface EditedFile extends AutoCloseable {

  /** The text that the editor starts with. */
  byte[] text();

  /** The plain text that {@link #text} stands for, to compare a saved draft with later. */
  byte[] opened();

  /**
   * Seals a draft and writes the file.
   *
   * @return what changed, as one line
   * @throws dev.sealconf.error.SealconfException if it can't be read, sealed or written; the file
   *     is as it was
   */
  String write(byte[] draft);

  /**
   * The draft to go on with after {@link #write} failed: the same, or one with what another program
   * changed in the file meanwhile.
   */
  byte[] next(byte[] draft);

  /** Seals another document, all of it, for those who can open the file. */
  byte[] sealAll(Document plain);

  @Override
  void close();
}
