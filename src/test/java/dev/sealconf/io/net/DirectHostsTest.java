package dev.sealconf.io.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DirectHostsTest {

  @ParameterizedTest
  @CsvSource({
    "example.com,            example.com",
    "example.com,            vault.example.com",
    "EXAMPLE.com,            Vault.Example.COM",
    ".example.com,           vault.example.com",
    "*.example.com,          vault.example.com",
    "example.com:8200,       vault.example.com",
    "*,                      anything",
    "a.b; example.com ;,     example.com",
    "10.1.2.3,               10.1.2.3",
    "10.0.0.0/8,             10.255.0.1",
    "10.1.0.0/15,            10.0.9.9",
    "0.0.0.0/0,              192.0.2.1",
    "192.0.2.77/32,          192.0.2.77",
    "2001:db8::1,            [2001:db8:0::1]",
    "[2001:db8::1]:8200,     [2001:db8::1]",
    "2001:db8::/33,          2001:db8:7fff::1",
    "'',                     localhost",
    "'',                     127.3.2.1",
    "'',                     [::1]",
    "'',                     169.254.169.254",
    "'',                     [fe80::1]",
  })
  void matchingHostsAreReachedDirectly(String list, String host) {
    assertThat(new DirectHosts(list.replace(';', ',')).has(host, 8200)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'',                     example.com",
    "example.com,            badexample.com",
    ".example.com,           example.com",
    "*.example.com,          example.com",
    "example.com:8201,       example.com",
    "example.com,            example.com.evil.test",
    "10.0.0.0/8,             11.0.0.1",
    "10.0.0.0/8,             ten.0.0.1",
    "10.1.0.0/15,            10.2.0.0",
    "10.0.0.0/33,            10.0.0.0",
    "10.0.0.0/,              10.0.0.0",
    "10.1.2.3:8201,          10.1.2.3",
    "10.1.2.3,               10.1.2.30",
    "1.2.3,                  4.1.2.3.example",
    "2001:db8::/33,          2001:db8:8000::1",
    "10.0.0.0/8,             2001:db8::1",
    "[2001:db8::1]:8201,     [2001:db8::1]",
  })
  void otherHostsAreReachedThroughTheProxy(String list, String host) {
    assertThat(new DirectHosts(list).has(host, 8200)).isFalse();
  }

  @Test
  void namesThatLookLikeAddressesAreNotLookedUp() {
    assertThat(new DirectHosts("999.1.2.3,1.2.3.4.5/8").has("999.1.2.3", 80)).isTrue();
    assertThat(new DirectHosts("::zz/8").has("::zz", 80)).isFalse();
  }
}
