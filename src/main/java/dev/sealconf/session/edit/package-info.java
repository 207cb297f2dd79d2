/**
 * Edits a whole file in an editor: holds the draft in memory, asks what to do with a draft that
 * can't be used, keeps drafts encrypted, and merges if the file changes meanwhile. The editor
 * itself is an {@code io.editor.Editor}; {@code cli} starts it with {@link
 * dev.sealconf.session.edit.EditFile}.
 */
package dev.sealconf.session.edit;
