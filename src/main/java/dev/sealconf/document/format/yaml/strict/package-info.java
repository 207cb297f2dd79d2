/** Where SOPS's YAML parser refuses or reads otherwise what the scanner here takes. */
package dev.sealconf.document.format.yaml.strict;
