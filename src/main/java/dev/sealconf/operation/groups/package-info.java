/**
 * Key groups of a sealed file: add, delete, update to match a rule, and the change between two
 * states of them.
 */
package dev.sealconf.operation.groups;
