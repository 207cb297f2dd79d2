package dev.sealconf.exec.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFormsTest {
  private static final String SECRET = "p4ss/wörd \"it's\" <a> $HOME `x`\\";

  private static List<String> forms(String secret) {
    List<String> forms = new ArrayList<>();
    for (byte[] form : SecretForms.of(secret.getBytes(StandardCharsets.UTF_8))) {
      forms.add(new String(form, StandardCharsets.UTF_8));
    }
    return forms;
  }

  private static void assertFound(String printed, String secret) {
    assertThat(forms(secret)).as("forms in " + printed).anyMatch(printed::contains);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "prefix: "})
  void findsBase64AtEveryAlignment(String before) {
    byte[] text = (before + SECRET + "~~").getBytes(StandardCharsets.UTF_8);
    assertFound(Base64.getEncoder().encodeToString(text), SECRET);
    assertFound(Base64.getUrlEncoder().encodeToString(text), SECRET);
  }

  @Test
  void findsBase64OfRandomSecretsInRandomText() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[SecretForms.SHORTEST + 4 + random.nextInt(40)];
      random.nextBytes(bytes);
      byte[] around = new byte[random.nextInt(9) + bytes.length + random.nextInt(9)];
      random.nextBytes(around);
      int at = random.nextInt(around.length - bytes.length + 1);
      System.arraycopy(bytes, 0, around, at, bytes.length);
      String printed = Base64.getEncoder().encodeToString(around);
      List<byte[]> forms = SecretForms.of(bytes);
      assertThat(forms)
          .anyMatch(form -> printed.contains(new String(form, StandardCharsets.ISO_8859_1)));
    }
  }

  @Test
  void findsHexAndUrls() {
    byte[] text = SECRET.getBytes(StandardCharsets.UTF_8);
    assertFound(HexFormat.of().formatHex(text), SECRET);
    assertFound(HexFormat.of().withUpperCase().formatHex(text), SECRET);
    assertFound(URLEncoder.encode("x " + SECRET, StandardCharsets.UTF_8), SECRET);
  }

  /**
   * Made by Python 3.11 (json.dumps, urllib.parse.quote, shlex.quote), Node 18, Bash 5.2, Go 1.19.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "json.dumps | p4ss/w\\u00f6rd \\\"it's\\\" <a> $HOME `x`\\\\",
        "JSON.stringify | p4ss/wörd \\\"it's\\\" <a> $HOME `x`\\\\",
        "json.Marshal | p4ss/wörd \\\"it's\\\" \\u003ca\\u003e $HOME `x`\\\\",
        "urllib.parse.quote | p4ss/w%C3%B6rd%20%22it%27s%22%20%3Ca%3E%20%24HOME%20%60x%60%5C",
        "encodeURIComponent | p4ss%2Fw%C3%B6rd%20%22it's%22%20%3Ca%3E%20%24HOME%20%60x%60%5C",
        "shlex.quote | p4ss/wörd \"it'\"'\"'s\" <a> $HOME `x`\\",
        "printf %q | p4ss/wörd\\ \\\"it\\'s\\\"\\ \\<a\\>\\ \\$HOME\\ \\`x\\`\\\\",
        "${x@Q} | p4ss/wörd \"it'\\''s\" <a> $HOME `x`\\",
        "json_encode | p4ss\\/w\\u00f6rd \\\"it's\\\" <a> $HOME `x`\\\\",
        "double quotes | p4ss/wörd \\\"it's\\\" <a> \\$HOME \\`x\\`\\\\",
      })
  void findsWhatProgramsQuote(String program, String printed) {
    assertThat(forms(SECRET)).as(program).contains(printed);
  }

  @Test
  void findsEachLineOfSeveral() {
    String key = "-----BEGIN KEY-----\n  MIIEvQIBADANBg\r\nkqhkiG9w0BAQEF\n-----END KEY-----\n";
    assertFound("log: MIIEvQIBADANBg!", key);
    assertFound("log: kqhkiG9w0BAQEF!", key);
    assertFound(
        Base64.getEncoder().encodeToString("x kqhkiG9w0BAQEF".getBytes(StandardCharsets.UTF_8)),
        key);
  }

  @Test
  void findsEncodedTextInLinesAndTextWithoutBlanksAround() {
    String secret = "long secret ".repeat(12) + " ";
    assertFound(secret.strip(), secret);
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (int width : new int[] {76, 64}) {
      Base64.Encoder encoder = Base64.getMimeEncoder(width, new byte[] {'\n'});
      encoder
          .encodeToString(bytes)
          .lines()
          .filter(line -> line.length() >= SecretForms.SHORTEST)
          .forEach(line -> assertThat(forms(secret)).contains(line));
    }
    assertThat(forms(secret)).contains(HexFormat.of().formatHex(bytes).substring(60, 120));
  }

  @Test
  void hasNoFormsOfAShortSecret() {
    assertThat(forms("1234567")).isEmpty();
    assertThat(forms("12345678")).contains("12345678");
  }
}
