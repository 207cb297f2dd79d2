/** Makes help, the manual page and shell completion from the declarations of the commands. */
package dev.sealconf.cli.describe;
