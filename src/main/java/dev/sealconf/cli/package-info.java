/** The command line: one command a file, each parses, calls one operation and prints. */
package dev.sealconf.cli;
