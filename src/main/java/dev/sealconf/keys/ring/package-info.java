/**
 * Wraps and unwraps data keys with all providers: decides which keys may be used and in which
 * order, and collects their failures.
 */
package dev.sealconf.keys.ring;
