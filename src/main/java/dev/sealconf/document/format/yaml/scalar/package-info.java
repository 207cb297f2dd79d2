/** Interprets the text of a YAML scalar as SOPS's parser does, and prints numbers and times. */
package dev.sealconf.document.format.yaml.scalar;
