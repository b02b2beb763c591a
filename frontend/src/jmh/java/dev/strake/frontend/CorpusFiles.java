package dev.strake.frontend;

import dev.strake.frontend.property.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The Dockerfiles under the folder that the system property {@code strake.corpus} names. */
public final class CorpusFiles {

  private CorpusFiles() {}

  /**
   * Some of them.
   *
   * @param which {@code small}, {@code median} or {@code large} for the one of the size at a tenth, a half or
   *     99 hundredths of all; anything else for all
   */
  public static List<byte[]> read(String which) throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (Path path : Corpus.folder()) {
      if (path.getFileName().toString().toLowerCase().contains("dockerfile")) {
        all.add(Files.readAllBytes(path));
      }
    }
    List<byte[]> bySize = all.stream().sorted(Comparator.comparingInt(bytes -> bytes.length)).toList();
    return switch (which) {
      case "small" -> List.of(bySize.get(bySize.size() / 10));
      case "median" -> List.of(bySize.get(bySize.size() / 2));
      case "large" -> List.of(bySize.get(bySize.size() * 99 / 100));
      default -> all;
    };
  }
}
