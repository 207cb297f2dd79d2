/**
 * How a command declares its flags, how a command line is parsed with them, and the options that
 * several commands share. A declaration is data; nothing is created until it is needed.
 */
package dev.sealconf.cli.option;
