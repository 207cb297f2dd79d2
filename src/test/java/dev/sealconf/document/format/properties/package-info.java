/** Tests of {@code .properties} files against {@code java.util.Properties}. */
package dev.sealconf.document.format.properties;
