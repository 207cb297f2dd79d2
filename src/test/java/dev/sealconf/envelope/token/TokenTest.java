package dev.sealconf.envelope.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
  /** The token of SOPS's own unit test, which stands for {@code foo}. */
  private static final String FOO =
      "ENC[AES256_GCM,data:oYyi,iv:MyIDYbT718JRr11QtBkcj3Dwm4k1aCGZBVeZf0EyV8o=,"
          + "tag:t5z2Z023Up0kxwCgw1gNxg==,type:str]";

  @Test
  void printsWhatItRead() {
    assertThat(Token.parse(FOO).orElseThrow()).hasToString(FOO);
  }

  @Test
  void includesTheLineBreakAfterABlockScalar() {
    assertThat(Token.parse(FOO + "\n")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ENC[AES256_GCM,data:,iv:AA==,tag:t5z2Z023Up0kxwCgw1gNxg==,type:str]",
        "ENC[AES256_GCM,data:oYyi,iv:,tag:t5z2Z023Up0kxwCgw1gNxg==,type:str]",
        "ENC[AES256_GCM,data:oYyi,iv:AA==,tag:t5z2Z023Up0kxwCgw1gN,type:str]",
        "ENC[AES256_GCM,data:oYyi,iv:AA==,tag:t5z2Z023Up0kxwCgw1gNxg==]",
        "ENC[AES256_GCM,data:oY!i,iv:AA==,tag:t5z2Z023Up0kxwCgw1gNxg==,type:str]",
        "ENC[AES128_GCM,data:oYyi,iv:AA==,tag:t5z2Z023Up0kxwCgw1gNxg==,type:str]",
        " ENC[AES256_GCM,data:oYyi,iv:AA==,tag:t5z2Z023Up0kxwCgw1gNxg==,type:str]"
      })
  void refusesWhatIsNotAToken(String text) {
    assertThat(Token.parse(text)).isEmpty();
  }

  @Test
  void refusesBase64ThatHidesAChangedByte() {
    // The last character before the padding has four bits that no decoder uses.
    assertThat(Token.parse(FOO.replace("Nxg==", "Nxh=="))).isEmpty();
  }

  @Test
  void refusesTextBehindTheToken() {
    assertThat(Token.parse(FOO + "x")).isEmpty();
  }
}
