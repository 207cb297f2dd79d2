/** Options that several commands share: how they are declared and what they say. */
package dev.sealconf.cli.option;
