package dev.strake.frontend.instruction;

/**
 * A name and its value.
 *
 * @param delimited whether it was written with {@code =}
 */
public record KeyValuePair(String key, String value, boolean delimited) {

  /** {@code key=value}. */
  @Override
  public String toString() {
    return key + "=" + value;
  }
}
