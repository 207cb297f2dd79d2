/**
 * Client and server of key services, in the protocol of SOPS ({@code docs/keyservice.md}). What
 * travels is made here; how it travels is behind {@link dev.sealconf.keys.service.Transport},
 * loaded when it is first needed.
 */
package dev.sealconf.keys.service;
