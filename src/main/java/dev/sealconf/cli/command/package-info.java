/**
 * One command per file: it declares its flags, calls one operation, and prints text or passes a
 * record to {@code JsonOutput}. Commands about who can open a file are in {@code cli.access}.
 */
package dev.sealconf.cli.command;
