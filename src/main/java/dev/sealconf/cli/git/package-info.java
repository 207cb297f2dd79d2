/**
 * The commands behind {@code sealconf git}: one class for each, found by its name. Each declares
 * its flags and calls one class of {@code dev.sealconf.git}.
 */
package dev.sealconf.cli.git;
