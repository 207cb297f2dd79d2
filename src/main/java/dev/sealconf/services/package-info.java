/**
 * Finds the classes that implement the program's interfaces: commands, formats, key providers,
 * notations. Reads only their names, so that a run loads no class it doesn't use. Third parties'
 * folders have their own class loaders and are not searched here.
 */
package dev.sealconf.services;
