/** The {@code .sops.yaml} file: where it is found, what it says, which rule applies to a file. */
package dev.sealconf.config;
