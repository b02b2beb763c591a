package dev.strake.bridge.http2;

/** A header field; names are lower case. */
record Header(String name, String value) {

  /** What the field counts for in HPACK's table. */
  int size() {
    return name.length() + value.length() + 32;
  }
}
