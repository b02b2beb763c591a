package dev.strake.llb.go;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.YearMonth;

/** Reads a time of RFC 3339 from the left as Go's {@code time.Parse} does, which is lenient, and fails in its words. */
final class Rfc3339Reader {

  private static final String LAYOUT = "2006-01-02T15:04:05Z07:00";
  private static final int YEAR_LENGTH = 4;
  private static final int OFFSET_LENGTH = "+00:00".length();
  private static final int MAX_DIGITS = 9;
  private static final int MINUTES = 60;

  private final String text;
  private String rest;

  private Rfc3339Reader(String text) {
    this.text = text;
    this.rest = text;
  }

  /**
   * The time as Go writes it.
   *
   * @throws IllegalArgumentException when it is none; the message is Go's
   */
  static String rewritten(String text) {
    return new Rfc3339Reader(text).read();
  }

  private String read() {
    int year = year();
    skip("-");
    int month = number("01", true, 1, 12, "month");
    skip("-");
    int day = number("02", true, 0, 99, "");
    skip("T");
    int hour = number("15", false, 0, 23, "hour");
    skip(":");
    int minute = number("04", true, 0, 59, "minute");
    skip(":");
    int second = number("05", true, 0, 59, "second");
    String fraction = fraction();
    String offset = offset();
    if (!rest.isEmpty()) {
      throw failure(": extra text: " + quote(rest));
    }
    if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      throw failure(": day out of range");
    }
    return "%04d-%02d-%02dT%02d:%02d:%02d".formatted(year, month, day, hour, minute, second) + fraction + offset;
  }

  private int year() {
    String before = rest;
    for (int i = 0; i < YEAR_LENGTH; i++) {
      if (!isDigit(i)) {
        throw mismatch(before, "2006");
      }
    }
    rest = before.substring(YEAR_LENGTH);
    return Integer.parseInt(before.substring(0, YEAR_LENGTH));
  }

  private void skip(String mark) {
    if (!rest.startsWith(mark)) {
      throw mismatch(rest, mark);
    }
    rest = rest.substring(1);
  }

  /**
   * A number of two digits, or of one where that is allowed.
   *
   * @param element how the layout writes it
   * @param what its name, for a number that is too small or too large
   */
  private int number(String element, boolean twoDigits, int least, int most, String what) {
    String before = rest;
    boolean two = isDigit(0) && isDigit(1);
    if (!two && (twoDigits || !isDigit(0))) {
      throw mismatch(before, element);
    }
    int length = two ? 2 : 1;
    rest = before.substring(length);
    int value = Integer.parseInt(before.substring(0, length));
    if (value < least || value > most) {
      throw failure(": " + what + " out of range");
    }
    return value;
  }

  /** Any number of digits behind a point or a comma; those that count, without zeros at the end. */
  private String fraction() {
    if (!(rest.startsWith(".") || rest.startsWith(",")) || !isDigit(1)) {
      return "";
    }
    int end = 1;
    while (isDigit(end)) {
      end++;
    }
    String digits = rest.substring(1, Math.min(end, 1 + MAX_DIGITS));
    rest = rest.substring(end);
    return GoTime.fraction(digits);
  }

  private String offset() {
    String element = "Z07:00";
    if (rest.startsWith("Z")) {
      rest = rest.substring(1);
      return "Z";
    }
    String zone = rest.length() < OFFSET_LENGTH ? "" : rest.substring(0, OFFSET_LENGTH);
    if (zone.isEmpty() || zone.charAt(3) != ':' || !isDigit(1) || !isDigit(2) || !isDigit(4) || !isDigit(5)) {
      throw mismatch(rest, element);
    }
    int hours = Integer.parseInt(zone.substring(1, 3));
    int minutes = Integer.parseInt(zone.substring(4));
    String behind = rest.substring(OFFSET_LENGTH);
    if (hours > 24 || minutes > MINUTES) {
      throw failure(": time zone offset " + (minutes > MINUTES ? "minute" : "hour") + " out of range");
    }
    char sign = zone.charAt(0);
    if (sign != '+' && sign != '-') {
      throw mismatch(rest, element);
    }
    rest = behind;
    int all = hours * MINUTES + minutes;
    return all == 0 ? "Z" : sign + "%02d:%02d".formatted(all / MINUTES, all % MINUTES);
  }

  private boolean isDigit(int at) {
    return at < rest.length() && rest.charAt(at) >= '0' && rest.charAt(at) <= '9';
  }

  private IllegalArgumentException mismatch(String value, String element) {
    return new IllegalArgumentException(
        "parsing time " + quote(text) + " as " + quote(LAYOUT) + ": cannot parse "
            + quote(value) + " as " + quote(element));
  }

  private IllegalArgumentException failure(String message) {
    return new IllegalArgumentException("parsing time " + quote(text) + message);
  }

  /** Go's package {@code time} has quotes of its own: what is not ASCII is written byte by byte. */
  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (byte each : text.getBytes(UTF_8)) {
      if (each < ' ') {
        quoted.append("\\x%02x".formatted(each));
      } else {
        quoted.append(each == '"' || each == '\\' ? "\\" : "").append((char) each);
      }
    }
    return quoted.append('"').toString();
  }
}
