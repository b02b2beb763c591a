package dev.strake.llb.go;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Go's {@code time.Time} in JSON: RFC 3339 with as many digits behind the seconds as are needed. */
public final class GoTime {

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");
  private static final int SECONDS_LENGTH = "2006-01-02T15:04:05".length();
  private static final int MAX_DIGITS = 9;

  private GoTime() {}

  /**
   * A time of RFC 3339 as Go writes it after reading it: without zeros at the fraction's end, with its offset kept.
   *
   * @throws IllegalArgumentException when it is no such time
   */
  public static String rfc3339(String text) {
    try {
      String seconds = text.substring(0, SECONDS_LENGTH);
      LocalDateTime.parse(seconds, SECONDS);
      int zone = SECONDS_LENGTH;
      if (text.charAt(zone) == '.' || text.charAt(zone) == ',') {
        zone++;
        while (Character.digit(text.charAt(zone), 10) >= 0) {
          zone++;
        }
      }
      int start = Math.min(SECONDS_LENGTH + 1, zone);
      String digits = text.substring(start, Math.min(zone, SECONDS_LENGTH + 1 + MAX_DIGITS));
      return seconds + fraction(digits) + offset(text.substring(zone));
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("parsing time " + GoQuote.quote(text) + " as RFC 3339: " + e.getMessage(), e);
    }
  }

  /** The time of RFC 3339, with its offset. */
  public static String rfc3339(OffsetDateTime time) {
    String offset = time.getOffset().getTotalSeconds() == 0 ? "Z" : OFFSET.format(time);
    return time.format(SECONDS) + fraction(String.format("%09d", time.getNano())) + offset;
  }

  private static String fraction(String digits) {
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 ? "" : "." + digits.substring(0, end);
  }

  private static String offset(String zone) {
    if (zone.equals("Z")) {
      return zone;
    }
    if (zone.length() != "+00:00".length()) {
      throw new DateTimeException("no offset: " + zone);
    }
    return ZoneOffset.of(zone).getTotalSeconds() == 0 ? "Z" : zone;
  }
}
