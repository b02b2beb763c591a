package dev.strake.bridge.differential;

import dev.strake.frontend.cases.DockerfileCase;
import dev.strake.frontend.generated.GeneratedBuild;
import dev.strake.frontend.standin.StandInImages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The Dockerfiles that are compared: the repository's cases, and files of a folder that the caller names. */
final class Subjects {

  private static final Pattern PINNED = Pattern.compile("@sha256:[0-9a-f]{64}\\b");

  private Subjects() {}

  /** The files under a folder that look like Dockerfiles: each is the Dockerfile of a build of its own. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Subjects::isDockerfile).sorted().toList();
    }
  }

  /**
   * Some of a list, in its order.
   *
   * @param count how many; 0 for all
   */
  static <T> List<T> sample(List<T> all, int count, long seed) {
    if (count == 0 || count >= all.size()) {
      return all;
    }
    List<Integer> places = new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
    Collections.shuffle(places, new Random(seed));
    return places.subList(0, count).stream().sorted().map(all::get).toList();
  }

  /** A case in a folder of its own, with the variant's ignore file where it has none. */
  static DockerfileCase copy(DockerfileCase aCase, Variant variant, Path parent) throws IOException {
    Path target = Files.createTempDirectory(parent, "case");
    try (Stream<Path> files = Files.walk(aCase.folder())) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, target.resolve(aCase.folder().relativize(file).toString()));
      }
    }
    addIgnoreFile(target, variant);
    return new DockerfileCase(aCase.name(), target, aCase.options()).withDefaults(variant.options());
  }

  /** A build of a file, its images by digest being one that exists. */
  static DockerfileCase of(Path root, Path file, Variant variant, Path parent) throws IOException {
    Path target = Files.createTempDirectory(parent, "file");
    // Latin-1 keeps every byte as it is.
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String pinned = PINNED.matcher(text).replaceAll("@" + StandInImages.PINNED.top().digest());
    Files.writeString(target.resolve("Dockerfile"), pinned, StandardCharsets.ISO_8859_1);
    addIgnoreFile(target, variant);
    return new DockerfileCase(root.relativize(file).toString(), target, Map.of()).withDefaults(variant.options());
  }

  /** The build that a name gives. */
  static DockerfileCase generated(String name, Variant variant, Path parent) throws IOException {
    GeneratedBuild build = GeneratedBuild.of(name);
    Path target = Files.createTempDirectory(parent, "generated");
    Files.writeString(target.resolve("Dockerfile"), build.dockerfile());
    if (!build.ignored().isEmpty()) {
      Files.write(target.resolve(".dockerignore"), build.ignored());
    }
    addIgnoreFile(target, variant);
    return new DockerfileCase(name, target, build.options()).withDefaults(variant.options());
  }

  private static void addIgnoreFile(Path folder, Variant variant) throws IOException {
    Path ignore = folder.resolve(".dockerignore");
    if (!variant.dockerIgnore().isEmpty() && !Files.exists(ignore)) {
      Files.write(ignore, variant.dockerIgnore());
    }
  }

  private static boolean isDockerfile(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(path) && name.contains("dockerfile");
  }
}
