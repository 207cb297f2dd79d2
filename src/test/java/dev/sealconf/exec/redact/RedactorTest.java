package dev.sealconf.exec.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.document.tree.TreePath;
import dev.sealconf.exec.form.SecretForms;
import dev.sealconf.exec.variable.Variable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RedactorTest {
  private static final String TOKEN = "p4ss/wörd+\"it's\"";
  private static final String KEY = "-----BEGIN KEY-----\nMIIEvQIBADANBgkq\n-----END KEY-----\n";

  private static Variable secret(String name, String value) {
    return new Variable(name, TreePath.ROOT, value.getBytes(StandardCharsets.UTF_8), true);
  }

  private static final List<Variable> SECRETS =
      List.of(secret("TOKEN", TOKEN), secret("KEY", KEY), secret("PIN", "1234"));

  /** What comes out of a text that is cut at these places. */
  private static String redacted(List<Variable> secrets, byte[] text, int... cuts)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Redactor redactor = new Redactor(secrets, out);
    int from = 0;
    for (int cut : cuts) {
      redactor.take(Arrays.copyOfRange(text, from, cut), cut - from);
      from = cut;
    }
    redactor.take(Arrays.copyOfRange(text, from, text.length), text.length - from);
    redactor.end();
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  private static String redacted(String text, int... cuts) throws IOException {
    return redacted(SECRETS, text.getBytes(StandardCharsets.UTF_8), cuts);
  }

  @Test
  void everyFormIsReplacedWhereverTheStreamIsCut() throws IOException {
    for (Variable variable : SECRETS) {
      for (byte[] form : SecretForms.of(variable.value())) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("before ".getBytes(StandardCharsets.UTF_8));
        text.writeBytes(form);
        text.writeBytes(" after".getBytes(StandardCharsets.UTF_8));
        for (int cut = 0; cut <= text.size(); cut++) {
          assertThat(redacted(SECRETS, text.toByteArray(), cut))
              .isEqualTo("before [" + variable.name() + "] after");
        }
      }
    }
  }

  @Test
  void everyFormIsReplacedByteByByte() throws IOException {
    for (byte[] form : SecretForms.of(TOKEN.getBytes(StandardCharsets.UTF_8))) {
      int[] cuts = new int[form.length];
      Arrays.setAll(cuts, i -> i);
      assertThat(redacted(SECRETS, form, cuts)).isEqualTo("[TOKEN]");
    }
  }

  @Test
  void otherBytesComeThroughAsTheyAre() throws IOException {
    Random random = new Random(11);
    byte[] text = new byte[100_000];
    random.nextBytes(text);
    assertThat(redacted(SECRETS, text, 1, 7, 4096, 65_536))
        .isEqualTo(new String(text, StandardCharsets.ISO_8859_1));
    assertThat(redacted("PIN is 1234, p4ss/w is only a beginning"))
        .isEqualTo("PIN is 1234, p4ss/w is only a beginning");
  }

  @Test
  void aPromptAppearsAtOnceUnlessItCouldBeginASecret() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Redactor redactor = new Redactor(SECRETS, out);
    redactor.take("Password: ".getBytes(StandardCharsets.UTF_8), 10);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Password: ");
    redactor.take("p4ss".getBytes(StandardCharsets.UTF_8), 4);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Password: ");
    redactor.take("age".getBytes(StandardCharsets.UTF_8), 3);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Password: p4ssage");
  }

  @Test
  void secretsThatOverlapLeaveNothing() throws IOException {
    List<Variable> overlapping =
        List.of(secret("A", "abcdefghij"), secret("B", "efghijklmn"), secret("C", "abcdefgh"));
    byte[] text = "<abcdefghijklmn> <abcdefgh>".getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= text.length; cut++) {
      assertThat(redacted(overlapping, text, cut)).isEqualTo("<[A]> <[C]>");
    }
  }

  @Test
  void valuesThatAreNotSecretStay() throws IOException {
    Variable clear =
        new Variable(
            "HOST", TreePath.ROOT, "db.example.com".getBytes(StandardCharsets.UTF_8), false);
    assertThat(redacted(List.of(clear), "to db.example.com".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("to db.example.com");
  }

  /** Against a search that looks at the whole text at once. */
  @Test
  void agreesWithAPlainSearchOnRandomStreams() throws IOException {
    Random random = new Random(12);
    for (int round = 0; round < 3_000; round++) {
      List<Variable> secrets = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        secrets.add(secret("S" + i, letters(random, 8 + random.nextInt(4))));
      }
      byte[] text = letters(random, 60 + random.nextInt(60)).getBytes(StandardCharsets.UTF_8);
      int[] cuts = random.ints(4, 0, text.length + 1).sorted().toArray();
      String streamed = redacted(secrets, text, cuts);
      assertThat(streamed).isEqualTo(redacted(secrets, text));
      for (Variable variable : secrets) {
        assertThat(streamed).doesNotContain(variable.text().orElseThrow());
      }
      assertThat(streamed.replaceAll("\\[S\\d]", "").length())
          .isEqualTo(text.length - covered(secrets, text));
    }
  }

  /** How many bytes are in any occurrence of a form. */
  private static int covered(List<Variable> secrets, byte[] text) {
    boolean[] covered = new boolean[text.length];
    for (Variable variable : secrets) {
      for (byte[] form : SecretForms.of(variable.value())) {
        for (int at = 0; at + form.length <= text.length; at++) {
          if (Arrays.equals(text, at, at + form.length, form, 0, form.length)) {
            Arrays.fill(covered, at, at + form.length, true);
          }
        }
      }
    }
    int count = 0;
    for (boolean one : covered) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private static String letters(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("ab".charAt(random.nextInt(2)));
    }
    return text.toString();
  }
}
