/**
 * One command a file: declares its flags, calls one operation, prints, or gives a record to {@code
 * JsonOutput}. The commands about who can open a file are in {@code cli.access}.
 */
package dev.sealconf.cli.command;
