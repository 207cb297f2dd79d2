/**
 * The {@code .sops.yaml} file: how it is found, what it contains, and which rule applies to a file.
 */
package dev.sealconf.config;
