/**
 * Decides which places of a document are sealed: the selection rule, its patterns and comments, and
 * the walk that applies it to a document.
 */
package dev.sealconf.envelope.selection;
