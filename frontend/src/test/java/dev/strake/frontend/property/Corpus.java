package dev.strake.frontend.property;

import dev.strake.frontend.cases.DockerfileCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that properties are tried on: those of all cases, and, where the system property {@code strake.corpus}
 * names a folder, every file in it.
 */
public final class Corpus {

  private Corpus() {}

  /** The files' bytes, in one order always. */
  public static List<byte[]> files() {
    List<Path> paths = new ArrayList<>(DockerfileCase.all().stream().map(DockerfileCase::dockerfile).toList());
    paths.removeIf(path -> !Files.isRegularFile(path));
    paths.addAll(folder());
    return paths.stream().map(Corpus::read).toList();
  }

  /** The files of the folder, in one order always; none without one. */
  public static List<Path> folder() {
    String folder = System.getProperty("strake.corpus", "");
    return folder.isEmpty() ? List.of() : filesIn(Path.of(folder));
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
