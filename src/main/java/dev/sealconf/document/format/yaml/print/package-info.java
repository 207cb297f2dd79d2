/** Writes values as YAML: quotes, block and flow style, and whole trees in SOPS's layout. */
package dev.sealconf.document.format.yaml.print;
