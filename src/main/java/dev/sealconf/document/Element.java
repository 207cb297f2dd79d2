package dev.sealconf.document;

/** What is in a list: a node, or a comment between nodes. */
public sealed interface Element permits Node, Comment {}
