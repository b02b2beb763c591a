package dev.strake.bridge.http2;

import java.io.ByteArrayOutputStream;

/**
 * The Huffman code of HPACK (RFC 7541, appendix B), for decoding.
 *
 * <p>The code is canonical: symbols of one length have consecutive codes in the order of their values, so the lengths
 * alone give the whole table.
 */
final class Huffman {

  private static final int SHORTEST = 5;
  private static final int LONGEST = 30;
  private static final int END_OF_STRING = 256;

  /** The length of each byte's code, {@code a} for 5 bits. */
  private static final String LENGTHS =
      "isxxxxxxxtzxxzxxxxxxxxzxxxxxxxxxbffhibdgffdgdbbbaaabbbbbbbcdkbhf"
          + "ibccccccccccccccccccccccdcdioijbkabababbbaccbbbabcbaabccccckgjix"
          + "prpprrrsrssssststtrstssssqrsrsstrqprrssqsrrtqrssqqrqsrssprrrsrrs"
          + "vvporsruvvvwwvtuoqvwwvwtqqvvxwwwptpqrqqsrruuttvsvwvvwwwwwxwwwwwv";

  /** The first code of each length, and where its symbol stands in {@link #SYMBOLS}. */
  private static final int[] FIRST_CODE = new int[LONGEST + 2];

  private static final int[] FIRST_INDEX = new int[LONGEST + 2];
  private static final short[] SYMBOLS = new short[END_OF_STRING + 1];

  static {
    int index = 0;
    int code = 0;
    for (int length = SHORTEST; length <= LONGEST; length++) {
      code <<= 1;
      FIRST_CODE[length] = code;
      FIRST_INDEX[length] = index;
      for (int symbol = 0; symbol <= END_OF_STRING; symbol++) {
        if (lengthOf(symbol) == length) {
          SYMBOLS[index++] = (short) symbol;
          code++;
        }
      }
    }
    FIRST_INDEX[LONGEST + 1] = index;
  }

  private Huffman() {}

  private static int lengthOf(int symbol) {
    return symbol == END_OF_STRING ? LONGEST : LENGTHS.charAt(symbol) - 'a' + SHORTEST;
  }

  static byte[] decode(byte[] input, int start, int end) throws ProtocolException {
    ByteArrayOutputStream out = new ByteArrayOutputStream((end - start) * 2);
    int code = 0;
    int length = 0;
    for (int i = start; i < end; i++) {
      for (int bit = 7; bit >= 0; bit--) {
        code = code << 1 | input[i] >> bit & 1;
        length++;
        if (length < SHORTEST) {
          continue;
        }
        int offset = code - FIRST_CODE[length];
        if (offset >= 0 && offset < FIRST_INDEX[length + 1] - FIRST_INDEX[length]) {
          int symbol = SYMBOLS[FIRST_INDEX[length] + offset];
          if (symbol == END_OF_STRING) {
            throw ProtocolException.compression("end of string inside a Huffman string");
          }
          out.write(symbol);
          code = 0;
          length = 0;
        } else if (length == LONGEST) {
          throw ProtocolException.compression("unknown Huffman code");
        }
      }
    }
    // What is left must be padding: fewer than 8 bits, all of them ones.
    if (length > 7 || code != (1 << length) - 1) {
      throw ProtocolException.compression("bad Huffman padding");
    }
    return out.toByteArray();
  }
}
