package dev.strake.llb.text;

import dev.strake.llb.marshal.Definition;

/**
 * Writes a definition as text: a line for each op, {@code %n = kind ...}, inputs as {@code %n:output}, attributes sorted,
 * defaults left out, and the place in the source at the end.
 */
public final class LlbPrinter {
  private LlbPrinter() {}

  public static String print(Definition definition) {
    throw new UnsupportedOperationException(definition.toString());
  }
}
