/**
 * What two branches made of one encrypted file: which of their data keys, recipients and rules a
 * merged file has. Knows nothing about git, and decides nothing about values.
 */
package dev.sealconf.operation.branch;
