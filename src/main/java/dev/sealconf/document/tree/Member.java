package dev.sealconf.document.tree;

/** What is in a map: an entry, or a comment between entries. */
public sealed interface Member permits Entry, Comment {}
