/**
 * Client and server for key services, in SOPS's protocol ({@code docs/keyservice.md}). This package
 * encodes the messages. {@link dev.sealconf.keys.service.Transport} sends them and is loaded when
 * first needed.
 */
package dev.sealconf.keys.service;
