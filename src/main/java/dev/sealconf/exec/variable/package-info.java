/**
 * Environment variables made of the values of files: their names, and which of several with one
 * name counts. {@code docs/variables.md §names} has the rules.
 */
package dev.sealconf.exec.variable;
