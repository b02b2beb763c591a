package dev.strake.bridge.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.image.Programs.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The frontend image, built by {@code strake build} without a network: the JDK is this machine's, the jars are this
 * build's.
 *
 * @param layout an OCI layout
 * @param manifest the digest of its one manifest
 */
record FrontendImage(Path archive, Path layout, String manifest) {

  static final String NAME = "strake.test/dockerfile:it";

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern DIGEST = Pattern.compile("\"digest\":\"(sha256:[0-9a-f]+)\"");

  static FrontendImage build(String address, Path work, Path busybox) throws Exception {
    Path jdk = work.resolve("jdk");
    succeed(
        List.of(
            REPOSITORY.resolve(".ci/jdk-rootfs").toString(),
            jdk.toString(), System.getProperty("java.home"), busybox.toString()));
    Path archive = work.resolve("frontend.tar");
    succeed(command(address, jdk, archive, List.of()));
    Path layout = Files.createDirectory(work.resolve("layout"));
    succeed(List.of("tar", "-xf", archive.toString(), "-C", layout.toString()));
    Matcher digest = DIGEST.matcher(Files.readString(layout.resolve("index.json")));
    assertThat(digest.find()).isTrue();
    return new FrontendImage(archive, layout, digest.group(1));
  }

  /** Builds the image again, into another archive, with more words on the command line. */
  void buildAgain(String address, Path target, List<String> words) throws Exception {
    succeed(command(address, archive.resolveSibling("jdk"), target, words));
  }

  private static List<String> command(String address, Path jdk, Path archive, List<String> more) {
    List<String> words =
        Programs.strake(
            List.of(
                "build", "--addr", address, "--no-start", "--progress", "plain",
                "--build-context", "eclipse-temurin:25-jdk=" + jdk,
                "--build-context", "jars=" + REPOSITORY.resolve("buildctl-bridge"),
                "-t", NAME, "-o", "type=oci,dest=" + archive));
    words.addAll(more);
    words.add(REPOSITORY.toString());
    return words;
  }

  /** What {@code buildctl} needs to run the image as {@code gateway.v0} does. */
  List<String> asGateway() {
    return List.of(
        "--opt", "source=" + NAME, "--opt", "context:" + NAME + "=oci-layout://frontend@" + manifest,
        "--oci-layout", "frontend=" + layout);
  }

  private static void succeed(List<String> words) throws Exception {
    Outcome outcome = Programs.run(words);
    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
  }
}
