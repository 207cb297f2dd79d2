/**
 * Makes environment variables from the values of files: chooses their names, and which value wins
 * if several have one name. {@code docs/variables.md §names} has the rules.
 */
package dev.sealconf.exec.variable;
