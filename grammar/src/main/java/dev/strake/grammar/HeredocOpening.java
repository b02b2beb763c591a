package dev.strake.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What opens a here-document: {@code <<EOF}, {@code <<-'EOF'}, {@code 3<<EOF}.
 *
 * @param name the delimiter, unquoted
 * @param fileDescriptor the number in front, 0 when there is none
 * @param expand whether no part of the delimiter is quoted
 * @param chomp whether it is opened by {@code <<-}
 */
public record HeredocOpening(String name, int fileDescriptor, boolean expand, boolean chomp) {

  /**
   * What looking for openings gave.
   *
   * @param openings in order; those in front of the failure when there is one
   * @param failure a word that looks like an opening, and is none
   */
  public record Search(List<HeredocOpening> openings, Optional<Failure> failure) {}

  /**
   * A delimiter that cannot be read.
   *
   * @param delimiter as written
   * @param reason the reference's sentence
   */
  public record Failure(String delimiter, String reason) {}

  /** The opening that a word is; what is none, or not right, is empty. */
  public static Optional<HeredocOpening> parse(String word) {
    return search(List.of(word)).openings().stream().findFirst();
  }

  /** The openings in a logical line. A line whose quotes do not match has none. */
  static Search find(String line) {
    return search(ShellWords.split(line, ShellWords.Mode.RAW).words());
  }

  private static Search search(List<String> words) {
    List<HeredocOpening> openings = new ArrayList<>();
    for (String word : words) {
      int angles = skipDigits(word);
      if (!word.startsWith("<<", angles)) {
        continue;
      }
      boolean chomp = word.startsWith("-", angles + 2);
      String delimiter = word.substring(Whitespace.skipBlanks(word, angles + (chomp ? 3 : 2), word.length()));
      if (delimiter.isEmpty() || delimiter.indexOf('<') >= 0) {
        continue;
      }
      ShellWords.Result plain = ShellWords.split(delimiter, ShellWords.Mode.PLAIN);
      if (plain.error() != null) {
        return new Search(openings, Optional.of(new Failure(delimiter, plain.error())));
      }
      if (plain.words().size() == 1) {
        String name = plain.words().get(0);
        // With and without quotes the delimiter has the same words, so the second reading cannot fail.
        String raw = String.join(" ", ShellWords.split(delimiter, ShellWords.Mode.RAW_QUOTES).words());
        int descriptor = descriptor(word.substring(0, angles));
        openings.add(new HeredocOpening(name, descriptor, quotes(name) == quotes(raw), chomp));
      }
    }
    return new Search(openings, Optional.empty());
  }

  private static int skipDigits(String word) {
    int at = 0;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static int descriptor(String digits) {
    long value = 0;
    for (int i = 0; i < digits.length() && value <= Integer.MAX_VALUE; i++) {
      value = value * 10 + digits.charAt(i) - '0';
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  private static long quotes(String word) {
    return word.chars().filter(c -> c == '\'' || c == '"').count();
  }
}
