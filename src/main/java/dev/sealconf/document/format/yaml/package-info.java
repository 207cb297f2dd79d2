/**
 * The parts of {@code YamlFormat}. They turn bytes into tokens (with the scanner of
 * snakeyaml-engine), attach comments the way SOPS's parser does, and build a tree with byte spans.
 * In the other direction, they spell scalars, make edits as splices, and print in canonical form.
 */
package dev.sealconf.document.format.yaml;
