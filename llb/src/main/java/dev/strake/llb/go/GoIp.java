package dev.strake.llb.go;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Go's {@code net.IP}: reading and writing addresses. */
public final class GoIp {

  private static final int GROUPS = 8;

  private GoIp() {}

  /** {@code net.ParseIP(text).String()}: the address in its canonical form; empty where it is none. */
  public static Optional<String> canonical(String text) {
    if (text.indexOf(':') < 0) {
      return parse4(text).map(GoIp::format4);
    }
    return parse6(text).map(GoIp::format6);
  }

  private static Optional<int[]> parse4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    int[] bytes = new int[4];
    for (int i = 0; i < 4; i++) {
      String part = parts[i];
      boolean digits = !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
      if (!digits || (part.length() > 1 && part.charAt(0) == '0') || Integer.parseInt(part) > 255) {
        return Optional.empty();
      }
      bytes[i] = Integer.parseInt(part);
    }
    return Optional.of(bytes);
  }

  private static String format4(int[] bytes) {
    return bytes[0] + "." + bytes[1] + "." + bytes[2] + "." + bytes[3];
  }

  private static Optional<int[]> parse6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(all -> all.length == GROUPS);
    }
    Optional<int[]> head = groups(text.substring(0, gap));
    Optional<int[]> tail = groups(text.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length >= GROUPS) {
      return Optional.empty();
    }
    int[] all = Arrays.copyOf(head.get(), GROUPS);
    System.arraycopy(tail.get(), 0, all, GROUPS - tail.get().length, tail.get().length);
    // Only the end of an address may be written with dots.
    return text.substring(0, gap).indexOf('.') < 0 ? Optional.of(all) : Optional.empty();
  }

  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    int[] groups = new int[parts.length + 1];
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        Optional<int[]> bytes = parse4(parts[i]);
        if (bytes.isEmpty()) {
          return Optional.empty();
        }
        groups[count++] = bytes.get()[0] << 8 | bytes.get()[1];
        groups[count++] = bytes.get()[2] << 8 | bytes.get()[3];
      } else if (!parts[i].isEmpty() && parts[i].length() <= 4 && parts[i].chars().allMatch(HexFormat::isHexDigit)) {
        groups[count++] = Integer.parseInt(parts[i], 16);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(Arrays.copyOf(groups, count));
  }

  private static String format6(int[] groups) {
    boolean mapped = Arrays.stream(groups, 0, 5).allMatch(g -> g == 0) && groups[5] == 0xffff;
    if (mapped) {
      return format4(new int[] {groups[6] >> 8, groups[6] & 0xff, groups[7] >> 8, groups[7] & 0xff});
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
