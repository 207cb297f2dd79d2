/**
 * Protects the recipients and rules of a file without a seal. Anyone may have changed them, so they
 * are compared with the creation rules before they are used.
 */
package dev.sealconf.operation.guard;
