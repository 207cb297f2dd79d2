package dev.sealconf.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.Peers;
import dev.sealconf.cli.CommandLines;
import dev.sealconf.document.DocumentFormat;
import dev.sealconf.document.DocumentFormats;
import dev.sealconf.document.SourceText;
import dev.sealconf.io.TestWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real SOPS, to which a {@code .properties} file is ENV or binary. */
class PropertiesSopsTest {
  private static final DocumentFormats FORMATS = new DocumentFormats();
  private static final DocumentFormat PROPERTIES = FORMATS.named("properties");
  private static final String ENV_TYPE = "dotenv";
  private static final List<String> ENV_FLAGS =
      List.of("--input-type", ENV_TYPE, "--output-type", ENV_TYPE);
  private static final int FILES = 60;

  @TempDir Path folder;
  private Sops sops;

  @BeforeEach
  void start() {
    sops = new Sops(Peers.SOPS_3_13, folder.resolve("sops"));
  }

  @Test
  void sopsOpensAndSetsWhatItsGrammarAllows() {
    List<Integer> seeds = IntStream.range(0, FILES).boxed().toList();
    InParallel.each(
        seeds,
        seed -> {
          Sample plain = new Sample("like ENV", "properties", RandomProperties.likeEnv(seed));
          byte[] sealed = Bench.seeded(seed).encrypt(plain, Rule.DEFAULT);

          assertThat(typeInSops(sealed)).contains(ENV_TYPE);
          byte[] opened = sops.decrypt(sealed, ENV_TYPE, ENV_TYPE).expectOk("sops on ours");
          assertThat(opened)
              .asString(UTF_8)
              .isEqualTo(new String(plain.bytes(), UTF_8).replaceAll("(?m)^\\n", ""));

          byte[] set = sops.set(sealed, ENV_TYPE, "[\"new.key\"]", "\"a\\nb\"");
          assertThat(FORMATS.forFile("a.properties", set).name()).isEqualTo(ENV_TYPE);
          byte[] back = Bench.seeded(seed).decrypt(set, FORMATS.named(ENV_TYPE));
          assertThat(back).asString(UTF_8).isEqualTo(new String(opened, UTF_8) + "new.key=a\\nb\n");
        });
  }

  @Test
  void saysWhichFilesSopsOpens() {
    List<Integer> seeds = IntStream.range(0, FILES).boxed().toList();
    InParallel.each(
        seeds,
        seed -> {
          Sample plain = new Sample("any", "properties", RandomProperties.file(seed));
          byte[] sealed = Bench.seeded(seed).encrypt(plain, Rule.DEFAULT);
          if (typeInSops(sealed).isPresent()) {
            byte[] opened = sops.decrypt(sealed, ENV_TYPE, "json").expectOk("sops on ours");
            Sample json = new Sample("", "json", opened);
            assertThat(Values.of(opened, json)).isEqualTo(Values.of(plain.bytes(), plain));
          }
        });
  }

  /** The rows of the table in {@code docs/properties.md}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = b\n",
        "a: b\n",
        "a b\n",
        "a\n",
        " a=b\n",
        " # c\na=b\n",
        "! c\na=b\n",
        "a=b\n  \nc=d\n",
        "a\\ b=c\n",
        "a\\\n b=c\n",
        "a=b\rc=d\n",
        "a=b\r\nc=d\r\n",
        "\ufeffa=b\n",
        "a_unencrypted=\\u0041\nb=c\n",
        "a_unencrypted=x\\\n y\nb=c\n"
      })
  void sopsRefusesTheRest(String text) {
    Sample plain = new Sample("refused", "properties", text.getBytes(UTF_8));
    byte[] sealed = Bench.seeded(1).encrypt(plain, Rule.DEFAULT);

    assertThat(typeInSops(sealed)).isEmpty();
    assertThat(sops.decrypt(sealed, ENV_TYPE, ENV_TYPE).exit()).isNotZero();
  }

  @Test
  void sopsRefusesAnUnencryptedValueThatIsNotUtf8() {
    byte[] latin1 = "a_unencrypted=gr\u00fc\u00df\nb=c\n".getBytes(ISO_8859_1);
    byte[] sealed = Bench.seeded(1).encrypt(new Sample("", "properties", latin1), Rule.DEFAULT);

    assertThat(typeInSops(sealed)).isEmpty();
    assertThat(sops.decrypt(sealed, ENV_TYPE, ENV_TYPE).exit()).isNotZero();
  }

  @Test
  void sopsPrintsValuesWithoutTheirEscapes() {
    Sample plain = new Sample("", "properties", "a=C:\\\\t\nb=x\\\n  y\n".getBytes(UTF_8));
    byte[] sealed = Bench.seeded(1).encrypt(plain, Rule.DEFAULT);

    assertThat(typeInSops(sealed)).contains(ENV_TYPE);
    assertThat(sops.decrypt(sealed, ENV_TYPE, ENV_TYPE).text()).isEqualTo("a=C:\\t\nb=xy\n");
  }

  @Test
  void weOpenWhatSopsEncryptsAsEnvOrBinary() throws IOException {
    String plain = "a.b=C:\\temp\\new\n# c\nd= x\\u0041\n";
    for (List<String> types : List.of(ENV_FLAGS, List.<String>of())) {
      Path file = Files.writeString(folder.resolve("app.properties"), plain);
      bySops(types, "encrypt", "-i", "--age", TestKeys.RECIPIENT, file.toString());

      assertThat(Files.readString(file)).doesNotContain("temp");
      assertThat(sealconf("decrypt", file.toString())).isEqualTo(plain);
      sealconf("rotate", "-i", "--yes", file.toString());
      assertThat(bySops(types, "decrypt", file.toString())).asString(UTF_8).isEqualTo(plain);
    }
  }

  private byte[] bySops(List<String> types, String command, String... words) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(types);
    arguments.addAll(List.of(words));
    return sops.run(arguments.toArray(String[]::new)).expectOk(command);
  }

  private static Optional<String> typeInSops(byte[] sealed) {
    return PROPERTIES.typeInSops(new SourceText("a.properties", sealed));
  }

  private String sealconf(String... arguments) {
    TestWorld world = TestWorld.in(folder).with("SOPS_AGE_KEY", TestKeys.IDENTITIES);
    assertThat(CommandLines.run(world.world(), "sealconf", List.of(arguments)))
        .as(world.err())
        .isZero();
    return world.out();
  }
}
