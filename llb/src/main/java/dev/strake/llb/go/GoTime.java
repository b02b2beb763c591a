package dev.strake.llb.go;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Go's {@code time.Time} in JSON: RFC 3339 with as many digits behind the seconds as are needed. */
public final class GoTime {

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");

  private GoTime() {}

  /**
   * A time of RFC 3339 as Go writes it after reading it: without zeros at the fraction's end, with its offset kept.
   *
   * @throws IllegalArgumentException when it is no such time; the message is Go's
   */
  public static String rfc3339(String text) {
    return Rfc3339Reader.rewritten(text);
  }

  /** The time of RFC 3339, with its offset. */
  public static String rfc3339(OffsetDateTime time) {
    String offset = time.getOffset().getTotalSeconds() == 0 ? "Z" : OFFSET.format(time);
    return time.format(SECONDS) + fraction(String.format("%09d", time.getNano())) + offset;
  }

  /** A fraction's digits with the point in front, and without zeros at the end. */
  static String fraction(String digits) {
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 ? "" : "." + digits.substring(0, end);
  }
}
