package dev.sealconf.document.tree;

/** What is in a list: a node, or a comment between nodes. */
public sealed interface Element permits Node, Comment {}
