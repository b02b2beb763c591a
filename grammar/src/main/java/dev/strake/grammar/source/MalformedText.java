package dev.strake.grammar.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The places of a text that bytes which are not UTF-8 stand for.
 *
 * @param offsets of the replacement characters, ascending
 */
record MalformedText(int[] offsets) {

  private static final MalformedText NONE = new MalformedText(new int[0]);

  /** The places in {@code text}, which was decoded from {@code bytes}. */
  static MalformedText find(byte[] bytes, String text) {
    if (text.indexOf('\uFFFD') < 0) {
      return NONE;
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    int[] offsets = new int[8];
    int count = 0;
    int decoded = 0;
    boolean more = true;
    while (more) {
      CoderResult result = decoder.decode(in, out, true);
      decoded += out.position();
      out.clear();
      if (result.isError()) {
        if (count == offsets.length) {
          offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = decoded++;
        in.position(in.position() + result.length());
      }
      more = !result.isUnderflow();
    }
    return new MalformedText(Arrays.copyOf(offsets, count));
  }

  boolean isIn(Span span) {
    int found = Arrays.binarySearch(offsets, span.start());
    int next = found >= 0 ? found : -found - 1;
    return next < offsets.length && offsets[next] < span.end();
  }
}
