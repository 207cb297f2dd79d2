package dev.sealconf.git.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketLinesTest {
  @Test
  void theLengthCountsItsOwnFourDigitsAndTheLineFeed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PacketLines lines = new PacketLines(new ByteArrayInputStream(new byte[0]), out);
    lines.writeTexts("version=2", "");
    assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("000eversion=2\n0005\n0000");
  }

  @Test
  void longBytesTakeSeveralPacketsAndComeBack() throws IOException {
    byte[] bytes = new byte[200_000];
    new Random(1).nextBytes(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PacketLines(new ByteArrayInputStream(new byte[0]), out).writeBytes(bytes);
    assertThat(out.toByteArray()).startsWith('f', 'f', 'f', '0');
    assertThat(reading(out.toByteArray()).bytes()).isEqualTo(bytes);
  }

  @Test
  void onlyOneLineFeedIsRemovedAndOtherBytesStay() throws IOException {
    assertThat(reading("000aa=\u00e4\n\n\n0000").texts()).contains(List.of("a=\u00e4\n\n"));
    assertThat(reading("0006ab0000").texts()).contains(List.of("ab"));
  }

  @Test
  void anEmptyPacketIsNoEnd() throws IOException {
    assertThat(reading("00040006ab0000").bytes()).containsExactly('a', 'b');
  }

  @Test
  void theEndOfTheStreamBeforeAListIsNoFailure() throws IOException {
    assertThat(reading("").texts()).isEmpty();
    assertThat(reading("0000").texts()).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "000aab", "0006ab", "0006ab00"})
  void theEndOfTheStreamWithinAListIsAFailure(String text) {
    assertThatThrownBy(() -> reading(text).texts()).isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzzab", "0001", "0003ab"})
  void aLengthThatIsNoneIsAFailure(String text) {
    assertThatThrownBy(() -> reading(text).bytes()).isInstanceOf(IOException.class);
  }

  private static PacketLines reading(String text) {
    return reading(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static PacketLines reading(byte[] bytes) {
    return new PacketLines(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
  }
}
