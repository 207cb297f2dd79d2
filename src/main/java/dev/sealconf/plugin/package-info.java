/**
 * Extensions to the program: folders of jars, each with its own class loader, the classes found in
 * them, and keys that encrypt small secrets through Tink's interface. It knows nothing about data
 * keys; {@code keys} uses it.
 */
package dev.sealconf.plugin;
