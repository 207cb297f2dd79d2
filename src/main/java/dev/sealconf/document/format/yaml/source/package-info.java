/**
 * The bytes of a YAML file: lines, offsets, cursors, and where block scalars end. Knows nothing
 * about nodes.
 */
package dev.sealconf.document.format.yaml.source;
