/**
 * Edits a whole file in an editor: the draft in memory, the question about one that can't be used,
 * drafts that are kept encrypted, and what happens if the file changes meanwhile. The editor itself
 * is an {@code io.editor.Editor}; {@code cli} starts it with {@link
 * dev.sealconf.session.edit.EditFile}.
 */
package dev.sealconf.session.edit;
