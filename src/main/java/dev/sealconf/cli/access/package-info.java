/** Commands about who can open a file. */
package dev.sealconf.cli.access;
