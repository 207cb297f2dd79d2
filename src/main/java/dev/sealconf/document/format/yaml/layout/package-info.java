/** Parsed nodes to the tree of {@code document.tree}, together with how each node is written. */
package dev.sealconf.document.format.yaml.layout;
