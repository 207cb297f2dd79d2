/** How failures end the program: exit codes, the words of SOPS, and what is printed. */
package dev.sealconf.cli.failure;
