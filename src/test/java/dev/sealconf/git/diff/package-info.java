/** Tests of the texts that git compares and of {@code sealconf diff}. */
package dev.sealconf.git.diff;
