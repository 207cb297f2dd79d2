/**
 * Makes text files from encrypted ones: an example without values, and a template with values
 * filled in ({@code docs/variables.md §templates}).
 */
package dev.sealconf.exec.text;
