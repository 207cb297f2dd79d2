/** What commands share: one run of the program, files and folders, streams, failures. */
package dev.sealconf.cli.work;
