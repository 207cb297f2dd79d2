/** A tree on its way into another format, without losing what the format can hold. */
package dev.sealconf.operation.conversion;
