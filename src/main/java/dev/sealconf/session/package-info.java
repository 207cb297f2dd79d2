/**
 * Everything a command does except parsing arguments and printing: finds the configuration, picks
 * rules, opens and changes files and folders. Options arrive as {@link
 * dev.sealconf.session.Overrides}; questions and reports go through {@code io.Ask} and {@code
 * io.Tell}. The command line, git's filter and Java programs call it. It knows no exit codes.
 */
package dev.sealconf.session;
