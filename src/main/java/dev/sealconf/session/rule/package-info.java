/**
 * Finds what creation rules and overrides say about a file, and asks the user about differences.
 */
package dev.sealconf.session.rule;
