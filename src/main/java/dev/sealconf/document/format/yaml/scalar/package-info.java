/** What the text of a YAML scalar means to SOPS's parser, and how numbers and times are printed. */
package dev.sealconf.document.format.yaml.scalar;
