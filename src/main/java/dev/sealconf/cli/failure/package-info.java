/** How failures end the program: exit codes, SOPS's messages, and what is printed. */
package dev.sealconf.cli.failure;
