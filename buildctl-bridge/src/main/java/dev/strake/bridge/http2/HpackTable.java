package dev.strake.bridge.http2;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** HPACK's table of header fields: the fixed part (RFC 7541, appendix A) and the part that the peer fills. */
final class HpackTable {

  private static final List<Header> FIXED = fixed();

  private final ArrayDeque<Header> dynamic = new ArrayDeque<>();
  private int size;
  private int maxSize;

  HpackTable(int maxSize) {
    this.maxSize = maxSize;
  }

  /** The field at this index, from 1. */
  Header get(int index) throws ProtocolException {
    if (index >= 1 && index <= FIXED.size()) {
      return FIXED.get(index - 1);
    }
    int rest = index - FIXED.size() - 1;
    if (rest < 0 || rest >= dynamic.size()) {
      throw ProtocolException.compression("no header field at index " + index);
    }
    Iterator<Header> newestFirst = dynamic.iterator();
    for (int i = 0; i < rest; i++) {
      newestFirst.next();
    }
    return newestFirst.next();
  }

  void add(Header header) {
    dynamic.addFirst(header);
    size += header.size();
    evict();
  }

  void resize(int newMaxSize) {
    maxSize = newMaxSize;
    evict();
  }

  private void evict() {
    while (size > maxSize) {
      size -= dynamic.removeLast().size();
    }
  }

  private static List<Header> fixed() {
    String[] fields = {
      ":authority", "", ":method", "GET", ":method", "POST", ":path", "/", ":path", "/index.html", ":scheme", "http",
      ":scheme", "https", ":status", "200", ":status", "204", ":status", "206", ":status", "304", ":status", "400",
      ":status", "404", ":status", "500", "accept-charset", "", "accept-encoding", "gzip, deflate",
      "accept-language", "", "accept-ranges", "", "accept", "", "access-control-allow-origin", "", "age", "",
      "allow", "", "authorization", "", "cache-control", "", "content-disposition", "", "content-encoding", "",
      "content-language", "", "content-length", "", "content-location", "", "content-range", "", "content-type", "",
      "cookie", "", "date", "", "etag", "", "expect", "", "expires", "", "from", "", "host", "", "if-match", "",
      "if-modified-since", "", "if-none-match", "", "if-range", "", "if-unmodified-since", "", "last-modified", "",
      "link", "", "location", "", "max-forwards", "", "proxy-authenticate", "", "proxy-authorization", "", "range", "",
      "referer", "", "refresh", "", "retry-after", "", "server", "", "set-cookie", "",
      "strict-transport-security", "", "transfer-encoding", "", "user-agent", "", "vary", "", "via", "",
      "www-authenticate", ""
    };
    List<Header> table = new ArrayList<>(fields.length / 2);
    for (int i = 0; i < fields.length; i += 2) {
      table.add(new Header(fields[i], fields[i + 1]));
    }
    return List.copyOf(table);
  }
}
