package dev.sealconf.document.tree;

/** A member of a map: an entry, or a comment between entries. */
public sealed interface Member permits Entry, Comment {}
