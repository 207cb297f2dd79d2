/**
 * Plugins of age: programs {@code age-plugin-NAME} that wrap and unwrap file keys by means of their
 * own, such as a token (C2SP {@code age-plugin.md}).
 */
package dev.sealconf.keys.providers.age.plugin;
