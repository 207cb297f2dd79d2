/**
 * {@code .properties} files, in {@code PropertiesFormat}: keys and values as {@code
 * java.util.Properties} reads them ({@code docs/properties.md}). The spans are those of the bytes
 * in the file. No other package calls the classes here; {@code DocumentFormats} finds the format.
 */
package dev.sealconf.document.format.properties;
