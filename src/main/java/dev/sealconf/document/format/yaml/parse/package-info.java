/**
 * Parses YAML text into nodes: tokens, node properties, and comments attached where SOPS's parser
 * attaches them.
 */
package dev.sealconf.document.format.yaml.parse;
