package dev.sealconf.document;

/** What is in a map: an entry, or a comment between entries. */
public sealed interface Member permits Entry, Comment {}
