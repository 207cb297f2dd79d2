/**
 * Lets Spring Boot 3 import encrypted files: {@code spring.config.import=sealconf:secrets.yaml}
 * ({@code docs/java.md §spring boot}). Spring Boot finds these classes in {@code
 * META-INF/spring.factories}. They use the library's public API alone; nothing else uses them. In a
 * program that imports such a file, they also keep its values out of Spring's messages.
 */
package dev.sealconf.spring;
