/**
 * What {@code .sops.yaml} and {@code .gitattributes} of one commit or of the index demand of a
 * path.
 */
package dev.sealconf.git.guard.settings;
