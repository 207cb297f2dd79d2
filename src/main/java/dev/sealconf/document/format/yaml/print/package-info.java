/** Values as YAML text: quoting, block and flow style, and whole trees in the layout of SOPS. */
package dev.sealconf.document.format.yaml.print;
