/** The commands behind {@code sealconf git} that merge files and repair them. */
package dev.sealconf.cli.git.merge;
