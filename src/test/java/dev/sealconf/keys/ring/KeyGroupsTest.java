package dev.sealconf.keys.ring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealconf.error.SealconfException;
import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeyGroupsTest {
  private static final MasterKey KEY = new MasterKey("age", "age1a", new TreeMap<>());

  private static void require(int... sizes) {
    KeyGroups.require(
        java.util.Arrays.stream(sizes)
            .mapToObj(size -> new KeyGroup(Collections.nCopies(size, KEY)))
            .toList());
  }

  @Test
  void refusesMoreRecipientsThanAFileCanHave() {
    assertThatCode(() -> require(KeyGroups.MOST_KEYS)).doesNotThrowAnyException();
    assertThatThrownBy(() -> require(KeyGroups.MOST_KEYS, 1))
        .isInstanceOf(SealconfException.class)
        .hasMessageContaining("10000 recipients");
  }

  @Test
  void refusesAnEmptyListOfGroups() {
    assertThatThrownBy(() -> KeyGroups.require(List.of())).isInstanceOf(SealconfException.class);
  }
}
