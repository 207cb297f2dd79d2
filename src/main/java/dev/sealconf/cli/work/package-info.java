/** What commands share: one run of the program, files and folders, streams. */
package dev.sealconf.cli.work;
