package dev.sealconf.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.sealconf.SealedDocument;
import dev.sealconf.error.BindingFailure;
import dev.sealconf.error.NotFound;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Classes that aren't records, and Jackson's annotations. No failure contains a value. */
class ClassesTest {
  private static final String SECRET = "hunter2";

  @TempDir Path folder;
  private Keys keys;

  static final class Fields {
    public int port = 80;
    public String user;
  }

  static final class Setters {
    private String password;

    public void setPassword(String password) {
      if (password.length() < 8) {
        throw new IllegalStateException("too short: " + password);
      }
      this.password = password;
    }
  }

  static final class Required {
    @JsonProperty(required = true)
    @JsonAlias("name")
    public String user;

    @JsonProperty(required = true)
    public BigInteger id;

    public Object any;
  }

  static final class Created {
    final int port;
    final String user;

    @JsonCreator
    Created(@JsonProperty("port") int port, @JsonProperty("user") String user) {
      this.port = port;
      this.user = user;
    }
  }

  record Holder(Fields db, Setters login) {}

  record Unwrapped(@JsonUnwrapped Inner inner, String user) {}

  record Inner(int port) {}

  @BeforeEach
  void makeKeys() throws Exception {
    keys = new Keys(folder.toRealPath());
  }

  private SealedDocument yaml(String text) throws Exception {
    return keys.document("a.yaml", text);
  }

  @Test
  void readsClasses() throws Exception {
    Fields fields = yaml("user: app\n").as(Fields.class);
    assertThat(fields.port).isEqualTo(80);
    assertThat(fields.user).isEqualTo("app");

    Holder holder = yaml("db: {port: 1}\nlogin: {password: long enough}\n").as(Holder.class);
    assertThat(holder.db().port).isEqualTo(1);
    assertThat(holder.login().password).isEqualTo("long enough");
    assertThat(yaml("user: app\n").as(Created.class).port).isZero();
    assertThat(yaml("port: 1\nuser: app\n").as(Unwrapped.class))
        .isEqualTo(new Unwrapped(new Inner(1), "app"));
  }

  @Test
  void classesFailAsRecordsDo() throws Exception {
    fails(yaml("user: app\npasword: hunter2\n"), Fields.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("Fields has no property for the key at [\"pasword\"]");
    fails(yaml("port: hunter2\n"), Fields.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("the value at [\"port\"] is a string, which can't be read as int for Fields");
    fails(yaml("port: null\n"), Fields.class)
        .isInstanceOf(NotFound.class)
        .hasMessage("the value at [\"port\"] is null, and Fields requires one");
    fails(yaml("db: {}\nlogin: {password: hunter2}\n"), Holder.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("Holder refuses the values at [\"login\"][\"password\"]");
  }

  @Test
  void classesRequireWhatTheyMarkAsRequired() throws Exception {
    Required good = yaml("name: 01\nid: 0x1F\nany: 0x1F\n").as(Required.class);
    assertThat(good.user).isEqualTo("01");
    assertThat(good.id).hasToString("31");
    assertThat(good.any).isEqualTo(31L);

    fails(yaml("user: hunter2\n"), Required.class)
        .isInstanceOf(NotFound.class)
        .hasMessage("no value at [\"id\"], which Required requires");
    fails(yaml("user: hunter2\nid: null\n"), Required.class)
        .isInstanceOf(NotFound.class)
        .hasMessage("the value at [\"id\"] is null, and Required requires one");
    fails(yaml("user: a\nid: hunter2\n"), Required.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessageStartingWith("the value at [\"id\"] is a string");
    fails(yaml("user: a\nid: 1\nother: hunter2\n"), Required.class)
        .hasMessage("Required has no property for the key at [\"other\"]");
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes(@JsonSubTypes.Type(value = Square.class, name = "square"))
  abstract static class Shape {
    @JsonProperty(required = true)
    public String name;
  }

  static final class Square extends Shape {
    public int width;
  }

  record Prefixed(@JsonUnwrapped(prefix = "db_") Required db, int port) {}

  @Test
  void requiredPropertiesOfSubtypesAndParts() throws Exception {
    for (String text : List.of("{type: square, name: 01, width: 2}", "{name: 01, type: square}")) {
      assertThat(yaml("s: " + text + "\n").get("s", Shape.class).name).isEqualTo("01");
    }
    for (String text :
        List.of("{type: square, width: 2}", "{width: 2, type: square}", "{type: square}")) {
      assertThatThrownBy(() -> yaml("s: " + text + "\n").get("s", Shape.class))
          .isInstanceOf(NotFound.class)
          .hasMessage("no value at [\"s\"][\"name\"], which Shape requires");
    }
    assertThat(yaml("db_user: 01\ndb_id: 2\nport: 1\n").as(Prefixed.class).db().user)
        .isEqualTo("01");
  }

  @JsonIgnoreProperties("listed")
  record Annotated(
      String listed,
      @JsonIgnore String ignored,
      @JsonProperty(access = JsonProperty.Access.READ_ONLY) String written,
      @JsonIgnore int zero,
      @JsonProperty(isRequired = OptBoolean.FALSE) String absent,
      @JsonSetter(nulls = Nulls.SKIP) String skipped,
      @JsonSetter(nulls = Nulls.SKIP) int number,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> empty,
      String user) {}

  record Rest(String user, @JsonAnySetter Map<String, Object> rest) {}

  @Test
  void annotationsMakeComponentsOptional() throws Exception {
    Annotated expected = new Annotated(null, null, null, 0, null, null, 0, List.of(), "app");

    assertThat(yaml("user: app\n").as(Annotated.class)).isEqualTo(expected);
    assertThat(
            yaml("listed: a\n"
                    + "ignored: a\n"
                    + "written: a\n"
                    + "zero: [1]\n"
                    + "absent: null\n"
                    + "skipped: null\n"
                    + "number: null\n"
                    + "empty: null\n"
                    + "user: app\n")
                .as(Annotated.class))
        .isEqualTo(expected);
    assertThat(yaml("user: app\nskipped: a\nnumber: 1\nempty: [b]\n").as(Annotated.class))
        .isEqualTo(new Annotated(null, null, null, 0, null, "a", 1, List.of("b"), "app"));
    assertThat(yaml("user: app\na: 1\n").as(Rest.class))
        .isEqualTo(new Rest("app", Map.of("a", 1L)));
    fails(yaml("skipped: hunter2\n"), Annotated.class)
        .isInstanceOf(NotFound.class)
        .hasMessage("no value at [\"user\"], which Annotated requires");
  }

  record Lenient(
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Integer> all) {}

  @Test
  void failuresNameTheTypeAndAKeyThatIsThere() throws Exception {
    assertThat(yaml("all: 1\n").as(Lenient.class)).isEqualTo(new Lenient(List.of(1)));
    fails(yaml("all: hunter2\n"), Lenient.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage(
            "the value at [\"all\"] is a string, which can't be read as Integer for Lenient");
    fails(yaml("name: hunter2\n"), Runnable.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("the value at the root is a map, which can't be read as Runnable");
    fails(yaml("name: 1\ntype: hunter2\n"), Shape.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("the value at the root is a map, which can't be read as Shape");
  }

  record NoNulls(
      @JsonProperty(required = false) String user,
      @JsonSetter(contentNulls = Nulls.FAIL) List<String> all) {}

  @Test
  void otherAnnotationsDoNot() throws Exception {
    fails(yaml("all: []\n"), NoNulls.class)
        .isInstanceOf(NotFound.class)
        .hasMessage("no value at [\"user\"], which NoNulls requires");
    fails(yaml("user: a\nall: [null]\n"), NoNulls.class)
        .isInstanceOf(NotFound.class)
        .hasMessage("the value at [\"all\"][0] is null, and NoNulls requires one");
  }

  @JsonDeserialize(using = Throwing.class)
  record Own(String password) {}

  record Within(Own own) {}

  record Made(String password) {
    @JsonCreator
    static Made of(Map<String, Object> all) {
      throw new IllegalArgumentException("not good: " + all);
    }
  }

  static final class Throwing extends ValueDeserializer<Own> {
    @Override
    public Own deserialize(JsonParser parser, DeserializationContext context) {
      throw new IllegalStateException("not good: " + parser.readValueAsTree());
    }
  }

  @Test
  void doesNotRepeatWhatTheProgramsOwnCodeSays() throws Exception {
    fails(yaml("password: hunter2\n"), Own.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("Own refuses the values");
    fails(yaml("own: {password: hunter2}\n"), Within.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("Within refuses the values at [\"own\"]");
    fails(yaml("password: hunter2\n"), Made.class)
        .isInstanceOf(BindingFailure.class)
        .hasMessage("Made refuses the values");
    assertThatThrownBy(() -> yaml("own: {password: hunter2}\n").get("own", Own.class))
        .isInstanceOf(BindingFailure.class)
        .hasMessage("Own refuses the values at [\"own\"]")
        .satisfies(thrown -> assertThat(Everything.of(thrown)).doesNotContain(SECRET));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> fails(
      SealedDocument from, Class<?> to) {
    return assertThatThrownBy(() -> from.as(to))
        .satisfies(thrown -> assertThat(Everything.of(thrown)).doesNotContain(SECRET));
  }
}
