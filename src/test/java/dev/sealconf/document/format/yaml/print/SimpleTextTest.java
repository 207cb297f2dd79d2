package dev.sealconf.document.format.yaml.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.format.SimpleText;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds what one look shows of a text to what the thorough survey finds. */
class SimpleTextTest {
  private static final String CHARACTERS = "aZ09 :[],-.+/=_#\"'\\\n\t&\u00e9?";

  @Test
  void aPlainTextIsPlainToTheSurveyToo() {
    Random random = new Random(1);
    int plain = 0;
    for (int i = 0; i < 500_000; i++) {
      String text = text(random);
      if (SimpleText.isPlainInBlock(text)) {
        plain++;
        assertThat(TextStyle.of(text, true).blockPlain).as(text).isTrue();
      }
    }
    assertThat(plain).isGreaterThan(10_000);
  }

  @Test
  void tokensArePlain() {
    String token = "ENC[AES256_GCM,data:Zm9v+/==,iv:Zm9v,tag:Zm9v,type:str]";
    assertThat(SimpleText.isPlainInBlock(token)).isTrue();
    assertThat(SimpleText.needsNoEscapes(token)).isTrue();
  }

  @Test
  void textWithQuotesBackslashesOrControlCharactersNeedsEscapes() {
    for (String text : new String[] {"\"", "'", "\\", "\n", "\t", "\u007f", "\u00e9"}) {
      assertThat(SimpleText.needsNoEscapes("a" + text)).as(text).isFalse();
    }
  }

  private static String text(Random random) {
    StringBuilder out = new StringBuilder();
    int length = 1 + random.nextInt(6);
    for (int i = 0; i < length; i++) {
      boolean simple = random.nextInt(3) > 0;
      out.append(CHARACTERS.charAt(random.nextInt(simple ? 16 : CHARACTERS.length())));
    }
    return out.toString();
  }
}
