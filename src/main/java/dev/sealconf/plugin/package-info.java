/**
 * What others add to the program: folders of jars, each with its own class loader, what is found in
 * them, and keys that encrypt small secrets through Tink's interface. It knows nothing of data
 * keys; {@code keys} uses it.
 */
package dev.sealconf.plugin;
