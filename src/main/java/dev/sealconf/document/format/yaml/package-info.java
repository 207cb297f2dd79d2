/**
 * The parts of {@code YamlFormat}. Bytes become tokens (the scanner of snakeyaml-engine) with
 * comments attached the way SOPS's parser attaches them, tokens become a tree with byte spans; and
 * back: spelling of scalars, edits as splices, canonical printing.
 */
package dev.sealconf.document.format.yaml;
