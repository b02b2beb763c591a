package dev.strake.bridge.http2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Decodes the header blocks of one connection, in the order in which they come (RFC 7541). Not thread-safe. */
final class HpackDecoder {

  /** What HTTP/2 lets the table be while no other size was agreed on; this side never asks for another. */
  static final int TABLE_SIZE = 4096;

  /** A block's fields may come to this much, however small the block: one byte can stand for a field of kilobytes. */
  private static final int MAX_LIST_SIZE = 32 << 20;

  private final HpackTable table = new HpackTable(TABLE_SIZE);
  private byte[] block = new byte[0];
  private int at;

  List<Header> decode(byte[] headerBlock) throws ProtocolException {
    block = headerBlock;
    at = 0;
    List<Header> headers = new ArrayList<>();
    int size = 0;
    while (at < block.length) {
      if ((block[at] & 0xe0) == 0x20) {
        resize(headers);
        continue;
      }
      Header header = field();
      size += header.size();
      if (size > MAX_LIST_SIZE) {
        throw ProtocolException.tooMuch("the fields of a header block come to more than " + MAX_LIST_SIZE + " bytes");
      }
      headers.add(header);
    }
    return headers;
  }

  private Header field() throws ProtocolException {
    int first = block[at];
    if ((first & 0x80) != 0) {
      return table.get(integer(7));
    }
    if ((first & 0x40) == 0) {
      return literal(4);
    }
    Header header = literal(6);
    table.add(header);
    return header;
  }

  private void resize(List<Header> before) throws ProtocolException {
    int size = integer(5);
    if (!before.isEmpty() || size > TABLE_SIZE) {
      throw ProtocolException.compression("bad header table size update");
    }
    table.resize(size);
  }

  private Header literal(int prefixBits) throws ProtocolException {
    int index = integer(prefixBits);
    String name = index == 0 ? string() : table.get(index).name();
    return new Header(name, string());
  }

  private int integer(int prefixBits) throws ProtocolException {
    int mask = (1 << prefixBits) - 1;
    int value = next() & mask;
    if (value < mask) {
      return value;
    }
    for (int shift = 0; shift <= 21; shift += 7) {
      int octet = next();
      value += (octet & 0x7f) << shift;
      if ((octet & 0x80) == 0) {
        return value;
      }
    }
    throw ProtocolException.compression("header integer is too large");
  }

  private String string() throws ProtocolException {
    if (at >= block.length) {
      throw truncated();
    }
    boolean huffman = (block[at] & 0x80) != 0;
    int length = integer(7);
    if (length > block.length - at) {
      throw truncated();
    }
    int start = at;
    at += length;
    return huffman
        ? new String(Huffman.decode(block, start, at), StandardCharsets.ISO_8859_1)
        : new String(block, start, length, StandardCharsets.ISO_8859_1);
  }

  private int next() throws ProtocolException {
    if (at >= block.length) {
      throw truncated();
    }
    return block[at++];
  }

  private static ProtocolException truncated() {
    return ProtocolException.compression("header block ends in the middle of a field");
  }
}
