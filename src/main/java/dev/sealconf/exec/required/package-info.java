/**
 * Finds the keys that {@code .sops.yaml} and templates require, and checks whether variables meet
 * the requirements ({@code docs/variables.md §required keys}).
 */
package dev.sealconf.exec.required;
