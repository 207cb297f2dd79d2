/**
 * The command line. Each command is one file: it parses arguments, calls one operation and prints.
 */
package dev.sealconf.cli;
