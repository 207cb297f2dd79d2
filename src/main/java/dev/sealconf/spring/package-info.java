/**
 * Lets Spring Boot 3 import encrypted files: {@code spring.config.import=sealconf:secrets.yaml}
 * ({@code docs/java.md §spring boot}). Spring Boot finds these classes in {@code
 * META-INF/spring.factories}. They use the library's public API alone; nothing else uses them.
 */
package dev.sealconf.spring;
