/**
 * The commands that start programs with secrets or hand secrets to programs. They declare flags and
 * call {@code exec}.
 */
package dev.sealconf.cli.exec;
