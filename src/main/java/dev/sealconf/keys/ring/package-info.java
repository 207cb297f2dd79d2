/**
 * Wraps and unwraps data keys with all providers: which keys may be asked, in which order, and what
 * each of them answered.
 */
package dev.sealconf.keys.ring;
