/** Folders of jars beside the program's own, each with its own class loader. */
package dev.sealconf.keys.folder;
