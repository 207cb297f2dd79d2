/**
 * age plugins: programs called {@code age-plugin-NAME} that wrap and unwrap file keys in their own
 * way, for example with a hardware token (C2SP {@code age-plugin.md}).
 */
package dev.sealconf.keys.providers.age.plugin;
