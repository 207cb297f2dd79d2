/** Edits YAML with splices: values, removed entries, expanded aliases, and the metadata block. */
package dev.sealconf.document.format.yaml.edit;
