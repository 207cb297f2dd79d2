/** Restrictions on sealed files: where they are found, and the questions about them. */
package dev.sealconf.cli.guard;
