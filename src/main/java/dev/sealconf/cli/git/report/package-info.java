/**
 * The forms in which {@code git verify} reports what it found: one class for each, found by name.
 * {@code cli.git} picks one and prints its text.
 */
package dev.sealconf.cli.git.report;
