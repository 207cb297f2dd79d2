/**
 * Which places of a document are sealed: the selection rule, its patterns and comments, and the
 * walk over a document that applies it.
 */
package dev.sealconf.envelope.selection;
