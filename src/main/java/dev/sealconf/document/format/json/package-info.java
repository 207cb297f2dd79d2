/** JSON, in {@code JsonFormat}: tokens with byte offsets become a tree; edits become splices. */
package dev.sealconf.document.format.json;
