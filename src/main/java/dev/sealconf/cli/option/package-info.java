/**
 * How a command declares its flags, how a command line is read by that, and the options that
 * several commands share. A declaration is data: nothing here is made before it is needed.
 */
package dev.sealconf.cli.option;
