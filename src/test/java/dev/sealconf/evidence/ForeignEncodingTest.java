package dev.sealconf.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sealed files that another program has put into another encoding since. */
class ForeignEncodingTest {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Bench bench = Bench.seeded(19);

  @ParameterizedTest
  @CsvSource({
    "yaml, 'a: ü\n'",
    "json, '{\"a\": \"ü\"}\n'",
    "dotenv, 'A=ü\nB=two\n'",
    "ini, '[s]\na = ü\n'",
    "properties, 'a.b = ü\n'"
  })
  void opensUtf16(String type, String text) {
    DocumentFormat format = new DocumentFormats().named(type);
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    String sealed = new String(sealed(plain, format), StandardCharsets.UTF_8);
    for (String name : new String[] {"UTF-16LE", "UTF-16BE"}) {
      byte[] wide = ("\uFEFF" + sealed).getBytes(Charset.forName(name));
      assertThat(bench.decrypt(wide, format)).as(name).isEqualTo(plain);
    }
  }

  @Test
  void opensEnvWithAByteOrderMarkAddedLater() {
    DocumentFormat env = new DocumentFormats().named("dotenv");
    byte[] plain = "A=one\nB=two\n".getBytes(StandardCharsets.UTF_8);
    assertThat(bench.decrypt(marked(sealed(plain, env)), env)).isEqualTo(plain);
  }

  @Test
  void keepsAByteOrderMarkOfTheOriginal() {
    DocumentFormat env = new DocumentFormats().named("dotenv");
    byte[] plain = marked("A=one\n".getBytes(StandardCharsets.UTF_8));
    assertThat(bench.decrypt(sealed(plain, env), env)).isEqualTo(plain);
  }

  @Test
  void opensEnvWithCarriageReturnsAddedLater() {
    DocumentFormat env = new DocumentFormats().named("dotenv");
    byte[] plain = "A=one\n# two\nB=\n".getBytes(StandardCharsets.UTF_8);
    String sealed = new String(sealed(plain, env), StandardCharsets.UTF_8);
    byte[] changed = sealed.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    assertThat(bench.decrypt(changed, env)).isEqualTo(plain);
  }

  @Test
  void opensPropertiesWithOtherLineEndsOrAMarkAddedLater() {
    DocumentFormat properties = new DocumentFormats().named("properties");
    byte[] plain = "a = one\n# two\nb=\nc=x\\\n  y\n".getBytes(StandardCharsets.UTF_8);
    byte[] sealed = sealed(plain, properties);
    String crlf = new String(sealed, StandardCharsets.UTF_8).replace("\n", "\r\n");
    assertThat(bench.decrypt(crlf.getBytes(StandardCharsets.UTF_8), properties))
        .asString()
        .isEqualTo("a = one\r\n# two\r\nb=\r\nc=x\\\n  y\r\n");
    assertThat(bench.decrypt(marked(sealed), properties)).isEqualTo(marked(plain));
  }

  private byte[] sealed(byte[] plain, DocumentFormat format) {
    return bench.encrypt(new Sample("plain", format.name(), plain), Rule.DEFAULT);
  }

  private static byte[] marked(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MARK);
    out.writeBytes(bytes);
    return out.toByteArray();
  }
}
