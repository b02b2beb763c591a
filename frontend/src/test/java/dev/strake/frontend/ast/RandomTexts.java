package dev.strake.frontend.ast;

import dev.strake.frontend.property.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Texts for properties: fragments put together at random, always the same ones for one seed, and, where the system
 * property {@code strake.corpus} names a folder, every file in it.
 */
final class RandomTexts {

  private static final List<String> FRAGMENTS =
      List.of(
          "\\\n", " \\\n", "\\ \t\n", "\\\\\n", "`\n", "\n", "\n\n", "# c\n", "  # c\n", "#\n", "\r\n", "\\\r\n",
          "\\\n# in\n", "\\\n\n", "<<EOF", "<<-EOF", "<<'EOF'", "<<\"E F\"", "EOF\n", "\tEOF\n", "E F\n", "3<<EOF ",
          "<< EOF", "<<<x", "[\"a\",\"b\"]", "[\"a\",1]", "[", "]", "\"", "'", "\\\"", "\\", "`", "\u00a0", "\u3000",
          "\u0085", "à", "\uFEFF", "\uFFFD", "😀", "--a=b ", "--", " -- ", "--x=\"a b\" ", "ONBUILD ", "onbuild ",
          "RUN ", "\nRUN x\n", "\nCOPY a b\n", "\nENV a b\n", "\nENV a=b c\n", "\nLABEL a=\"b c\" d=e\\ f\n",
          "\nARG a b=c\n", "\nHEALTHCHECK --interval=3s CMD [\"x\"]\n", "\nEXPOSE 1 2\n", "$", "${", "}", "${a:-b}",
          "=", "\t", "\u000b", "\f", " ", "# escape=`\n", "# escape=x\n", "# syntax=a b\n", "#!/bin/sh\n", "<", "null",
          "[\"\\u00e9\\/\"]", "\nVOLUME [\"a\"]\n", "\nONBUILD RUN <<EOF\nhi\nEOF\n", "\nRUN <<A <<B\na\nA\nb\nB\n",
          "\nCOPY <<A <<-'B' /d\n\ta\nA\n\tb\n\tB\n", "\nCMD []\n", "\nFOO bar\n", "\0", "\r", "<<$E", "<<E\"O\"F");

  private RandomTexts() {}

  static List<String> generated(long seed, int count) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = 1 + random.nextInt(25); left > 0; left--) {
        text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /** Texts with a few fragments put in, a few characters taken out, lines doubled, or an end cut off. */
  static List<String> mutated(List<String> texts, long seed) {
    Random random = new Random(seed);
    return texts.stream().map(text -> mutate(text, random)).toList();
  }

  private static String mutate(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      int at = random.nextInt(mutant.length() + 1);
      int end = Math.min(mutant.length(), at + 1 + random.nextInt(80));
      switch (random.nextInt(4)) {
        case 0 -> mutant.delete(at, Math.min(mutant.length(), at + 1 + random.nextInt(12)));
        case 1 -> mutant.insert(at, mutant.substring(at, end));
        case 2 -> mutant.setLength(random.nextInt(5) == 0 ? at : mutant.length());
        default -> mutant.insert(at, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      }
    }
    // Half a character, which no file can hold, becomes a question mark.
    return new String(mutant.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** The files of the folder, none without one. */
  static List<String> files() {
    try {
      List<String> texts = new ArrayList<>();
      for (Path path : Corpus.folder()) {
        texts.add(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
