package dev.sealconf.operation.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealconf.keys.KeyGroup;
import dev.sealconf.keys.MasterKey;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupChangeTest {
  private static final KeyGroup A = group("a");
  private static final KeyGroup AB = group("a", "b");
  private static final KeyGroup C = group("c");

  @Test
  void theOrderInAGroupDoesNotMatter() {
    assertThat(change(List.of(AB), 0, List.of(group("b", "a")), 0).isEmpty()).isTrue();
  }

  @Test
  void theOrderOfGroupsMatters() {
    GroupChange change = change(List.of(AB, C), 2, List.of(C, AB), 2);
    assertThat(change.isEmpty()).isFalse();
    assertThat(change.removed()).isEmpty();
    assertThat(change.shutsOut()).isTrue();
  }

  @Test
  void anAddedRecipientShutsNoOneOut() {
    GroupChange change = change(List.of(A), 0, List.of(AB), 0);
    assertThat(names(change.groups().get(0).common())).containsExactly("a");
    assertThat(names(change.groups().get(0).added())).containsExactly("b");
    assertThat(change.shutsOut()).isFalse();
  }

  @Test
  void aRemovedRecipientIsNamedOnceAndLosesAccess() {
    GroupChange change = change(List.of(AB, group("b", "c")), 2, List.of(A, C), 2);
    assertThat(names(change.removed())).containsExactly("b");
    assertThat(change.shutsOut()).isTrue();
  }

  @Test
  void aRecipientThatMovesToAnotherGroupIsNotRemovedButKnowsTheOldShare() {
    GroupChange change = change(List.of(AB, C), 2, List.of(A, group("b", "c")), 2);
    assertThat(change.removed()).isEmpty();
    assertThat(change.shutsOut()).isTrue();
  }

  @Test
  void addingASecondRequiredGroupTakesAccessAway() {
    assertThat(change(List.of(A), 0, List.of(A, C), 2).shutsOut()).isTrue();
  }

  @Test
  void aGroupMoreShutsNoOneOutIfNoMoreAreNeeded() {
    assertThat(change(List.of(A, C), 2, List.of(A, C, AB), 2).shutsOut()).isFalse();
    assertThat(change(List.of(A, C), 0, List.of(A, C, AB), 0).shutsOut()).isTrue();
  }

  @Test
  void aLowerThresholdShutsNoOneOutAndAHigherOneDoes() {
    assertThat(change(List.of(A, C, AB), 3, List.of(A, C, AB), 2).shutsOut()).isFalse();
    assertThat(change(List.of(A, C, AB), 2, List.of(A, C, AB), 3).shutsOut()).isTrue();
  }

  @Test
  void aMissingThresholdMeansAllGroups() {
    assertThat(change(List.of(A, C), 0, List.of(A, C), 2).isEmpty()).isTrue();
    assertThat(change(List.of(A), 5, List.of(A), 0).isEmpty()).isTrue();
  }

  private static GroupChange change(
      List<KeyGroup> old, int oldThreshold, List<KeyGroup> now, int newThreshold) {
    return new GroupChange(old, oldThreshold, now, newThreshold);
  }

  private static List<String> names(List<MasterKey> keys) {
    return keys.stream().map(MasterKey::name).toList();
  }

  private static KeyGroup group(String... names) {
    return new KeyGroup(
        Stream.of(names).map(name -> new MasterKey("age", name, new TreeMap<>())).toList());
  }
}
