/**
 * Finds the classes that implement one of the program's interfaces: commands, formats, key
 * providers, notations. Reads only their names, so that a run loads no class that it does not use.
 * Third parties' folders are not searched here: they have class loaders of their own.
 */
package dev.sealconf.services;
