/** Refuses YAML that the scanner accepts but SOPS's parser refuses or reads differently. */
package dev.sealconf.document.format.yaml.strict;
