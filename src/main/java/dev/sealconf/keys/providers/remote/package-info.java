/**
 * What providers share whose keys are kept by a service of somebody else: how often it is asked,
 * and what a user is told when it does not do what it was asked.
 */
package dev.sealconf.keys.providers.remote;
