package dev.strake.llb.go;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Go's {@code Time.Format}: a layout shows how the second of January 2006, 15:04:05, would be written.
 *
 * <pre>{@code
 * String day = GoTimeLayout.format(time, "2006-01-02");
 * }</pre>
 */
public final class GoTimeLayout {

  /** Of two that begin alike the one that Go tries first comes first. */
  private static final List<String> PARTS =
      List.of(
          "January", "Jan", "Monday", "Mon", "MST", "002", "01", "02", "03", "04", "05", "06", "15", "1", "2006", "2",
          "__2", "_2", "3", "4", "5", "PM", "pm", "-070000", "-07:00:00", "-0700", "-07:00", "-07", "Z070000",
          "Z07:00:00", "Z0700", "Z07:00", "Z07");

  private static final String YEAR = "2006";
  private static final int NANO_DIGITS = 9;

  private final ZonedDateTime time;
  private final String layout;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private GoTimeLayout(ZonedDateTime time, String layout) {
    this.time = time;
    this.layout = layout;
  }

  /** The time, written as the layout shows. */
  public static String format(ZonedDateTime time, String layout) {
    return new GoTimeLayout(time, layout).format();
  }

  private String format() {
    while (at < layout.length()) {
      String part = part();
      if (!part.isEmpty()) {
        out.append(written(part));
        at += part.length();
      } else if (!fraction()) {
        out.append(layout.charAt(at++));
      }
    }
    return out.toString();
  }

  /** The part of a time that the layout shows here; empty where it shows none. */
  private String part() {
    // The mark in front of a year stands for itself.
    if (layout.startsWith("_" + YEAR, at)) {
      return "";
    }
    for (String part : PARTS) {
      if (layout.startsWith(part, at) && !(isShortName(part) && isLowerCase(at + part.length()))) {
        return part;
      }
    }
    return "";
  }

  private static boolean isShortName(String part) {
    return part.equals("Jan") || part.equals("Mon");
  }

  private boolean isLowerCase(int index) {
    return index < layout.length() && layout.charAt(index) >= 'a' && layout.charAt(index) <= 'z';
  }

  private String written(String part) {
    return switch (part) {
      case "January" -> name(time.getMonth());
      case "Jan" -> name(time.getMonth()).substring(0, 3);
      case "Monday" -> name(time.getDayOfWeek());
      case "Mon" -> name(time.getDayOfWeek()).substring(0, 3);
      case YEAR -> padded(time.getYear(), 4, '0');
      case "06" -> padded(Math.max(time.getYear(), 0) % 100, 2, '0');
      case "1" -> Integer.toString(time.getMonthValue());
      case "01" -> padded(time.getMonthValue(), 2, '0');
      case "2" -> Integer.toString(time.getDayOfMonth());
      case "02" -> padded(time.getDayOfMonth(), 2, '0');
      case "_2" -> padded(time.getDayOfMonth(), 2, ' ');
      case "002" -> padded(time.getDayOfYear(), 3, '0');
      case "__2" -> padded(time.getDayOfYear(), 3, ' ');
      case "15" -> padded(time.getHour(), 2, '0');
      case "3" -> Integer.toString(hourOfHalf());
      case "03" -> padded(hourOfHalf(), 2, '0');
      case "4" -> Integer.toString(time.getMinute());
      case "04" -> padded(time.getMinute(), 2, '0');
      case "5" -> Integer.toString(time.getSecond());
      case "05" -> padded(time.getSecond(), 2, '0');
      case "PM" -> time.getHour() < 12 ? "AM" : "PM";
      case "pm" -> time.getHour() < 12 ? "am" : "pm";
      case "MST" -> time.getZone().equals(ZoneOffset.UTC) ? "UTC" : zone();
      default -> offset(part);
    };
  }

  private static String name(Enum<?> of) {
    return of.name().charAt(0) + of.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private String zone() {
    return DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time);
  }

  private int hourOfHalf() {
    return time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
  }

  private static String padded(int number, int width, char with) {
    String digits = Integer.toString(number);
    return Character.toString(with).repeat(Math.max(0, width - digits.length())) + digits;
  }

  private String offset(String part) {
    int seconds = time.getOffset().getTotalSeconds();
    if (part.startsWith("Z") && seconds == 0) {
      return "Z";
    }
    int amount = Math.abs(seconds);
    String colon = part.contains(":") ? ":" : "";
    int numbers = part.replace(":", "").length() / 2;
    String text = (seconds < 0 ? "-" : "+") + padded(amount / 3600, 2, '0');
    if (numbers > 1) {
      text += colon + padded(amount / 60 % 60, 2, '0');
    }
    return numbers > 2 ? text + colon + padded(amount % 60, 2, '0') : text;
  }

  /** Writes a fraction of seconds where the layout shows one: with zeros as long as they are, with nines as needed. */
  private boolean fraction() {
    char mark = layout.charAt(at);
    char digit = at + 1 < layout.length() ? layout.charAt(at + 1) : ' ';
    if (mark != '.' && mark != ',' || digit != '0' && digit != '9') {
      return false;
    }
    int end = at + 1;
    while (end < layout.length() && layout.charAt(end) == digit) {
      end++;
    }
    if (end < layout.length() && Character.isDigit(layout.charAt(end))) {
      return false;
    }
    String all = padded(time.getNano(), NANO_DIGITS, '0');
    String digits = all.substring(0, Math.min(end - at - 1, NANO_DIGITS));
    if (digit == '9') {
      out.append(GoTime.fraction(digits).replace('.', mark));
    } else {
      out.append(mark).append(digits);
    }
    at = end;
    return true;
  }
}
