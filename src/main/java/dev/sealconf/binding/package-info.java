/**
 * Turns the values of an opened file into Java objects for the library: texts, maps, properties and
 * records. Only this package and {@code cli} know Jackson's databind. It knows nothing about keys,
 * and its failures never contain a value.
 */
package dev.sealconf.binding;
