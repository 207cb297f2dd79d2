package dev.sealconf.session.edit;

import dev.sealconf.document.Document;

/** The file to edit: an existing one or a new one. */
interface EditedFile extends AutoCloseable {

  /** Returns the text that the editor starts with. */
  byte[] text();

  /** Returns the plain text behind {@link #text}, to compare with a saved draft later. */
  byte[] opened();

  /**
   * Encrypts a draft and writes the file.
   *
   * @return what changed, as one line
   * @throws dev.sealconf.error.SealconfException if the draft can't be read or encrypted, or the
   *     file can't be written; the file is then unchanged
   */
  String write(byte[] draft);

  /**
   * Returns the draft to continue with after {@link #write} failed: the same draft, or one that
   * includes what another program changed in the file meanwhile.
   */
  byte[] next(byte[] draft);

  /** Encrypts all of another document for everyone who can open the file. */
  byte[] sealAll(Document plain);

  @Override
  void close();
}
