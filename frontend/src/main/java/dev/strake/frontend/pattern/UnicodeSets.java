package dev.strake.frontend.pattern;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sets of characters that Unicode gives a name, categories and scripts: those that Go's regular expressions know. */
final class UnicodeSets {

  /** Each category of two letters, its number in {@link Character}, and its long name, where Go knows one. */
  private static final String CATEGORIES =
      """
      Lu 1 Uppercaseletter
      Ll 2 Lowercaseletter
      Lt 3 Titlecaseletter
      Lm 4 Modifierletter
      Lo 5 Otherletter
      Mn 6 Nonspacingmark
      Me 7 Enclosingmark
      Mc 8 Spacingmark
      Nd 9 Decimalnumber Digit
      Nl 10 Letternumber
      No 11 Othernumber
      Zs 12 Spaceseparator
      Zl 13 Lineseparator
      Zp 14 Paragraphseparator
      Cc 15 Control Cntrl
      Cf 16 Format
      Co 18 Privateuse
      Cs 19 Surrogate
      Cn 0 Unassigned
      Pd 20 Dashpunctuation
      Ps 21 Openpunctuation
      Pe 22 Closepunctuation
      Pc 23 Connectorpunctuation
      Po 24 Otherpunctuation
      Sm 25 Mathsymbol
      Sc 26 Currencysymbol
      Sk 27 Modifiersymbol
      So 28 Othersymbol
      Pi 29 Initialpunctuation
      Pf 30 Finalpunctuation
      """;

  /** The long names of what has one letter, and of the only other sum. */
  private static final Map<String, String> SUMS =
      Map.of(
          "Letter", "L", "Mark", "M", "Combiningmark", "M", "Number", "N", "Separator", "Z", "Other", "C",
          "Punctuation", "P", "Punct", "P", "Symbol", "S", "Casedletter", "Lc");

  private static final String SEPARATORS = "_- ";

  private UnicodeSets() {}

  /** The set of a name, whose case and separators do not matter; absent where there is none. */
  static Optional<CharacterSet> of(String name) {
    String canonical = canonical(name);
    Integer mask = masks().get(SUMS.getOrDefault(canonical, canonical));
    if (mask != null) {
      return Optional.of(c -> (mask & 1 << Character.getType(c)) != 0);
    }
    return switch (canonical) {
      case "Any" -> Optional.of(c -> true);
      case "Assigned" -> Optional.of(c -> Character.getType(c) != Character.UNASSIGNED);
      case "Ascii" -> Optional.of(CharacterSet.range(0, 0x7f));
      default -> script(canonical);
    };
  }

  /** Go looks scripts up without separators, and finds only those that have one word. */
  private static Optional<CharacterSet> script(String canonical) {
    for (UnicodeScript script : UnicodeScript.values()) {
      boolean known = script != UnicodeScript.UNKNOWN && script != UnicodeScript.SIGNWRITING;
      if (known && script.name().equals(canonical.toUpperCase(Locale.ROOT))) {
        return Optional.of(c -> UnicodeScript.of(c) == script);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Integer> masks() {
    Map<String, Integer> masks = new HashMap<>();
    CATEGORIES.lines().forEach(line -> {
      String[] words = line.split(" ");
      int mask = 1 << Integer.parseInt(words[1]);
      masks.put(words[0], mask);
      for (int i = 2; i < words.length; i++) {
        masks.put(words[i], mask);
      }
      masks.merge(words[0].substring(0, 1), mask, (one, other) -> one | other);
    });
    masks.put("Lc", masks.get("Lu") | masks.get("Ll") | masks.get("Lt"));
    return masks;
  }

  /** The first letter is a capital, the others are small, and there is nothing between them. */
  private static String canonical(String name) {
    StringBuilder canonical = new StringBuilder(name.length());
    for (char c : name.toCharArray()) {
      if (SEPARATORS.indexOf(c) < 0) {
        canonical.append(canonical.isEmpty() ? upper(c) : lower(c));
      }
    }
    return canonical.toString();
  }

  private static char upper(char c) {
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
  }
}
