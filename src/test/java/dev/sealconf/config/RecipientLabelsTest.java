package dev.sealconf.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.keys.MasterKey;
import dev.sealconf.keys.spi.Field;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecipientLabelsTest {

  @Test
  void usesTheCommentAfterARecipient() {
    assertThat(label("age: age1alice # Alice", "age1alice")).contains("Alice");
    assertThat(label("- \"age1alice\"  #Alice  ", "age1alice")).contains("Alice");
    assertThat(label("- &alice age1alice # Alice", "age1alice")).contains("Alice");
  }

  @Test
  void usesTheCommentDirectlyAboveARecipient() {
    assertThat(label("# Alice\n- age1alice", "age1alice")).contains("Alice");
    assertThat(label("# Alice\n- age1alice # at home", "age1alice")).contains("at home");
    assertThat(label("# Alice\n\n- age1alice", "age1alice")).isEmpty();
  }

  @Test
  void noCommentIsALabelIfALineHasSeveralRecipients() {
    assertThat(label("age: age1alice,age1bob # both", "age1alice")).isEmpty();
  }

  @Test
  void ignoresRecipientsThatAreCommentedOut() {
    assertThat(label("# - age1alice # Alice", "age1alice")).isEmpty();
  }

  @Test
  void usesTheCommentOfAnSshKeyIfThereIsNoOther() {
    String key = "ssh-ed25519 AAAAC3Nz alice@laptop";
    assertThat(label("- age1bob # Bob", key)).contains("alice@laptop");
    assertThat(label("- " + key + " # Alice", key)).contains("Alice");
  }

  @Test
  void findsAKeyByTheFieldThatItsNameStartsWith() {
    TreeMap<String, Field> fields = new TreeMap<>();
    fields.put("arn", new Field.Text("arn:aws:kms:x"));
    fields.put("aws_profile", new Field.Text(""));
    MasterKey key = new MasterKey("kms", "arn:aws:kms:x|a:b", fields);
    assertThat(RecipientLabels.in("- arn: arn:aws:kms:x # ours".getBytes(UTF_8)).of(key))
        .contains("ours");
  }

  private static Optional<String> label(String config, String recipient) {
    return RecipientLabels.in(config.getBytes(UTF_8))
        .of(new MasterKey("age", recipient, new TreeMap<>()));
  }
}
