package dev.sealconf.document.tree;

/** A member of a list: a node, or a comment between nodes. */
public sealed interface Element permits Node, Comment {}
