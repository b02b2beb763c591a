package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class HpackTest {

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  @Test
  void decodesTheRequestsOfRfc7541WithHuffmanAndADynamicTable() throws Exception {
    HpackDecoder decoder = new HpackDecoder();
    assertThat(decoder.decode(hex("8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff")))
        .containsExactly(
            new Header(":method", "GET"),
            new Header(":scheme", "http"),
            new Header(":path", "/"),
            new Header(":authority", "www.example.com"));
    assertThat(decoder.decode(hex("8286 84be 5886 a8eb 1064 9cbf")))
        .contains(new Header(":authority", "www.example.com"), new Header("cache-control", "no-cache"));
    assertThat(decoder.decode(hex("8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf")))
        .contains(new Header(":scheme", "https"), new Header("custom-key", "custom-value"));
  }

  @Test
  void evictsTheOldestFieldsWhenTheTableIsMadeSmaller() throws Exception {
    HpackDecoder decoder = new HpackDecoder();
    decoder.decode(hex("4001 6101 62"));
    assertThat(decoder.decode(hex("be"))).containsExactly(new Header("a", "b"));
    decoder.decode(hex("20"));
    assertThatThrownBy(() -> decoder.decode(hex("be"))).hasMessageContaining("no header field at index 62");
  }

  @Test
  void refusesWhatIsNoHeaderBlock() {
    for (String bad : List.of("80", "ff80808080808001", "40", "4005 61", "0001 6183 ffffff ff", "8220")) {
      assertThatThrownBy(() -> new HpackDecoder().decode(hex(bad))).as(bad).isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void readsWhatTheEncoderWrites() throws Exception {
    List<Header> headers =
        List.of(new Header("a", ""), new Header("long", "x".repeat(40_000)), new Header("edge", "y".repeat(127)));
    assertThat(new HpackDecoder().decode(HpackEncoder.encode(headers))).isEqualTo(headers);
  }

  @Test
  void aSmallBlockThatComesToVeryMuchIsRefused() {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    byte[] field = HpackEncoder.encode(List.of(new Header("x", "y".repeat(4_000))));
    // One for the table.
    field[0] = 0x40;
    block.writeBytes(field);
    for (int i = 0; i < 20_000; i++) {
      // The field that was told last.
      block.write(0x80 | 62);
    }
    assertThatThrownBy(() -> new HpackDecoder().decode(block.toByteArray())).hasMessageContaining("come to more than");
  }
}
