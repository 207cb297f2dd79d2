/**
 * Converts parsed nodes to the tree of {@code document.tree}, and records how each node is written.
 */
package dev.sealconf.document.format.yaml.layout;
