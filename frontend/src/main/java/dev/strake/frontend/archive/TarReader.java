package dev.strake.frontend.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.strake.llb.go.GoInt;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the entries of a tar archive, as far as it matters when their files were changed: headers of version 7, POSIX,
 * GNU and star, with what extended headers put in their place. What is not well-formed is an {@link IOException}, but the
 * places of a sparse file's data are not looked at.
 */
final class TarReader {

  /** What precedes the year 1, as Go tells the time of a header that has none. */
  private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

  /** Longer extended headers are not read. */
  private static final int LONGEST_HEADER = 1 << 20;

  /** Entries that have no content, whatever their size says. */
  private static final String WITHOUT_CONTENT = "123456";

  /** Entries that are no regular files; a link to a file is one. */
  private static final String NOT_REGULAR = "23456";

  /** The bits of a mode that tell a file's kind in some archives, and what they are where it is no regular file. */
  private static final int KIND = ~07777;

  private static final List<Integer> NOT_REGULAR_KINDS =
      List.of(0040000, 0010000, 0120000, 0060000, 0020000, 0140000);

  /** Records whose values are texts; others may hold anything. */
  private static final Set<String> STRINGS = Set.of("path", "linkpath", "uname", "gname");

  private static final int LEAST_RECORD = 5;
  private static final int NANO_DIGITS = 9;
  private static final long FIRST_SECOND = OffsetDateTime.MIN.plusDays(1).toEpochSecond();
  private static final long LAST_SECOND = OffsetDateTime.MAX.minusDays(1).toEpochSecond();

  private final InputStream in;

  /** How much of the last entry's content has not been read, and how much fills its last block. */
  private long rest;

  private int padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * An entry.
   *
   * @param regular whether it is a file, and no folder, symbolic link, device or pipe
   */
  record Entry(boolean regular, Instant modified) {}

  /** The next entry; absent at the archive's end. */
  Optional<Entry> next() throws IOException {
    Map<String, String> extended = Map.of();
    String longName = "";
    while (true) {
      in.skipNBytes(rest);
      rest = 0;
      // An archive may end within what fills a block.
      byte[] block = in.readNBytes(padding).length < padding ? new byte[0] : in.readNBytes(TarHeader.BLOCK);
      if (block.length == 0 || block.length == TarHeader.BLOCK && isEnd(block)) {
        return Optional.empty();
      }
      TarHeader header = TarHeader.of(block);
      setSize(header.size());
      switch (header.type()) {
        case 'x' -> extended = records(content());
        case 'g' -> {
          records(content());
          return Optional.of(new Entry(true, NEVER));
        }
        case 'L' -> longName = TarHeader.untilNul(content());
        case 'K' -> content();
        default -> {
          return Optional.of(entry(header, extended, longName));
        }
      }
    }
  }

  /** An archive ends with two blocks of zeros; one, and nothing behind it, will do. */
  private boolean isEnd(byte[] block) throws IOException {
    if (!isZero(block)) {
      return false;
    }
    byte[] second = in.readNBytes(TarHeader.BLOCK);
    if (second.length != 0 && !(second.length == TarHeader.BLOCK && isZero(second))) {
      throw new IOException("a block behind the end");
    }
    return true;
  }

  private static boolean isZero(byte[] block) {
    for (byte each : block) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private Entry entry(TarHeader header, Map<String, String> extended, String longName) throws IOException {
    Instant modified = instant(header.modified(), 0);
    long size = header.size();
    for (Map.Entry<String, String> each : extended.entrySet()) {
      String value = each.getValue();
      if (value.isEmpty()) {
        continue;
      }
      switch (each.getKey()) {
        case "mtime" -> modified = time(value);
        case "atime", "ctime" -> time(value);
        case "size" -> size = number(value);
        case "uid", "gid" -> number(value);
        default -> { }
      }
    }
    String given = extended.getOrDefault("path", "");
    String name = !longName.isEmpty() ? longName : !given.isEmpty() ? given : header.name();
    boolean folder = header.type() == 0 && name.endsWith("/");
    boolean regular =
        !folder
            && NOT_REGULAR.indexOf(header.type()) < 0
            && !NOT_REGULAR_KINDS.contains((int) header.mode() & KIND);
    setSize(folder || WITHOUT_CONTENT.indexOf(header.type()) >= 0 ? 0 : size);
    if (header.type() == 'S') {
      header.skipSparseMap(in);
    }
    return new Entry(regular, modified);
  }

  private void setSize(long size) throws IOException {
    if (size < 0) {
      throw new IOException("a size that cannot be");
    }
    rest = size;
    padding = (int) (-size & TarHeader.BLOCK - 1);
  }

  private String content() throws IOException {
    if (rest > LONGEST_HEADER) {
      throw new IOException("a header that is too long");
    }
    byte[] content = in.readNBytes((int) rest);
    if (content.length < rest) {
      throw new EOFException();
    }
    rest = 0;
    return new String(content, ISO_8859_1);
  }

  /** The records of an extended header: each is its length, a blank, a name, {@code =}, a value and a line's end. */
  private static Map<String, String> records(String text) throws IOException {
    Map<String, String> records = new HashMap<>();
    for (int at = 0; at < text.length(); ) {
      int blank = text.indexOf(' ', at);
      long length = blank < 0 ? 0 : number(text.substring(at, blank));
      int equals = text.indexOf('=', Math.max(at, blank));
      long end = at + length;
      boolean whole = length >= LEAST_RECORD && end <= text.length() && equals > blank + 1 && equals < end - 1;
      if (!whole || text.charAt((int) end - 1) != '\n') {
        throw new IOException("a record that is not well-formed");
      }
      String name = text.substring(blank + 1, equals);
      String value = text.substring(equals + 1, (int) end - 1);
      if ((STRINGS.contains(name) ? value : name).indexOf('\0') >= 0) {
        throw new IOException("an end within a record's text");
      }
      records.put(name, value);
      at = (int) end;
    }
    return records;
  }

  private static long number(String text) throws IOException {
    return GoInt.parseInt(text, 10, 64).value().orElseThrow(() -> new IOException("no number: " + text));
  }

  /** Seconds, with a fraction of which nine digits count. */
  private static Instant time(String text) throws IOException {
    int dot = text.indexOf('.');
    long seconds = number(dot < 0 ? text : text.substring(0, dot));
    String fraction = dot < 0 ? "" : text.substring(dot + 1);
    if (!fraction.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IOException("no time: " + text);
    }
    long nanos = Long.parseLong((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
    return instant(seconds, text.startsWith("-") ? -nanos : nanos);
  }

  /** The time; one that is too far away for any date is as far away as dates go. */
  private static Instant instant(long seconds, long nanos) {
    long within = Math.clamp(seconds, FIRST_SECOND, LAST_SECOND);
    return Instant.ofEpochSecond(within, within == seconds ? nanos : 0);
  }
}
