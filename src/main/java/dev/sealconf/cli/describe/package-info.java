/** What is made from the definitions of the commands: help, the manual page, shell completion. */
package dev.sealconf.cli.describe;
