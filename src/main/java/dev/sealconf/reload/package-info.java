/**
 * Notices that files have changed, and hands out their new version as a whole, or keeps the old
 * one. It knows nothing about encryption.
 */
package dev.sealconf.reload;
