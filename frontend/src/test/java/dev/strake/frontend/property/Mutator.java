package dev.strake.frontend.property;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Changes files at random, always in the same way for one seed: some of their bytes, or whole lines. */
public final class Mutator {

  /** What a byte is put in for: characters that mean something, words of the language, and no characters at all. */
  private static final List<String> WORDS =
      List.of(
          "\\", "`", "\"", "'", "$", "${", "}", "{", "[", "]", "<<", "<<-", "<<EOF", "\\\n", "\n", "\r", "\r\n", "\0",
          "#", "=", ",", ":", "@", "--", "--from=", "--mount=type=", "--chmod=", "--platform=", "--parents", "${a:-",
          "${a##*", "${a//b/", "$$", "\uFEFF", "\u00a0", "\u2028", "\ud83d\ude00", "0", "-1", "99999999999999999999",
          "..", "/", "//", "./", "*", "**", "?", "!", " ", "\t", "ONBUILD ", "FROM ", " AS ", "ARG ", "null", "true",
          "git@", "https://", "http://a/b.git#c:d", "sha256:", "windows/amd64", "%", "%s", "\u001b[2J");

  private static final int MOST_CHANGES = 4;

  private static final int LONGEST_RUN = 64;

  private final List<byte[]> files;
  private final Random random;

  /**
   * A mutator.
   *
   * @param files where foreign pieces come from
   */
  public Mutator(List<byte[]> files, long seed) {
    this.files = List.copyOf(files);
    this.random = new Random(seed);
  }

  /** The file with one to four changes. */
  public byte[] mutate(byte[] file) {
    byte[] mutant = file;
    for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
      mutant = random.nextBoolean() ? changeBytes(mutant) : changeLines(mutant);
    }
    return mutant;
  }

  private byte[] changeBytes(byte[] file) {
    int at = random.nextInt(file.length + 1);
    int end = Math.min(file.length, at + 1 + random.nextInt(LONGEST_RUN));
    byte[] run = Arrays.copyOfRange(file, at, end);
    return switch (random.nextInt(8)) {
      case 0 -> replaced(file, at, Math.min(file.length, at + 1), oneByte());
      case 1 -> replaced(file, at, at, oneByte());
      case 2 -> replaced(file, at, end, new byte[0]);
      case 3 -> replaced(file, end, end, run);
      case 4 -> Arrays.copyOf(file, at);
      case 5 -> replaced(file, at, end, piece());
      default -> replaced(file, at, at, WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8));
    };
  }

  private byte[] oneByte() {
    return new byte[] {(byte) random.nextInt(256)};
  }

  /** Some bytes of another file. */
  private byte[] piece() {
    byte[] other = files.get(random.nextInt(files.size()));
    int at = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, at, Math.min(other.length, at + LONGEST_RUN));
  }

  private byte[] changeLines(byte[] file) {
    List<String> lines = lines(file);
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(8)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(other, line);
      case 2 -> Collections.swap(lines, at, other);
      case 3 -> lines.set(at, line.stripTrailing());
      case 4 -> lines.set(at, " " + line.stripTrailing() + " \\\n");
      case 5 -> lines.set(at, line.toLowerCase(Locale.ROOT));
      case 6 -> lines.set(at, "ONBUILD " + line);
      default -> lines.add(at, foreignLine());
    }
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private String foreignLine() {
    List<String> lines = lines(files.get(random.nextInt(files.size())));
    return lines.get(random.nextInt(lines.size()));
  }

  /** The lines with their ends; a character stands for a byte. There is one at the least. */
  private static List<String> lines(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n') + 1; end > 0; end = text.indexOf('\n', start) + 1) {
      lines.add(text.substring(start, end));
      start = end;
    }
    lines.add(text.substring(start));
    return lines;
  }

  private static byte[] replaced(byte[] file, int start, int end, byte[] with) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + with.length);
    out.write(file, 0, start);
    out.writeBytes(with);
    out.write(file, end, file.length - end);
    return out.toByteArray();
  }
}
