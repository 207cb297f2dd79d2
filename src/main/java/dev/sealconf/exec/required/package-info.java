/**
 * Keys that must have values: what {@code .sops.yaml} and templates require, and whether variables
 * meet it ({@code docs/variables.md §required keys}).
 */
package dev.sealconf.exec.required;
