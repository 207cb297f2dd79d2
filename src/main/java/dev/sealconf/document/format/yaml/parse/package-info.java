/**
 * YAML text to nodes: tokens, node properties, and comments attached where the parser of SOPS
 * attaches them.
 */
package dev.sealconf.document.format.yaml.parse;
