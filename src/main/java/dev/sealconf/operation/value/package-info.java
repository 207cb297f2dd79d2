/** Values and places as users give them: read, found, compared. */
package dev.sealconf.operation.value;
