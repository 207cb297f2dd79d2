/**
 * Changes the key groups of a sealed file: adds and deletes groups, updates them to match a rule,
 * and finds what differs between two states.
 */
package dev.sealconf.operation.groups;
