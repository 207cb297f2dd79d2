/**
 * Folders of jars beside the program's own, each with its own class loader. Sits below {@code keys}
 * and knows nothing of keys.
 */
package dev.sealconf.plugin;
