/**
 * The actions of {@code sealconf git}. Each is one class, found by its name. It declares its flags
 * and calls one class of {@code dev.sealconf.git}.
 */
package dev.sealconf.cli.git;
