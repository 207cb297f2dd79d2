/**
 * Protects the recipients and rules of a file that has no seal: anybody may have changed them, so
 * they are compared with the creation rules before they count.
 */
package dev.sealconf.operation.guard;
