package dev.strake.bridge.interoperability;

import dev.strake.bridge.testing.ImageLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An image that a tool can do something wrong with: owners, modes, a working folder, a user, a health check.
 *
 * @param folder where its files are
 */
record Sample(Path folder) {

  static final String NAME = "docker.io/library/sample:1";

  /** What it prints when it runs. */
  static final String OUTPUT = "hello from 1000 in /work\nmade\n";

  private static final String DOCKERFILE =
      """
      FROM scratch
      COPY --from=busybox / /
      RUN echo made > /made && chown 1000:1000 /made && chmod 640 /made
      ENV GREETING=hello
      LABEL dev.strake.sample=yes
      HEALTHCHECK --interval=30s CMD test -f /made
      WORKDIR /work
      USER 1000:1000
      ENTRYPOINT ["/bin/sh", "-c"]
      CMD ["echo $GREETING from $(id -u) in $(pwd); cat /made"]
      """;

  /** Makes a folder of it, in which nothing is built yet. */
  static Sample in(Path folder) throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("context")).resolve("Dockerfile"), DOCKERFILE);
    return new Sample(folder);
  }

  Path context() {
    return folder.resolve("context");
  }

  /** Builds it, with further options of {@code strake build}. */
  String build(String address, String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("build", "--addr", address, "--progress", "plain"));
    words.addAll(List.of("--build-context", "busybox=rootfs:busybox"));
    words.addAll(List.of(options));
    words.add(context().toString());
    return Tools.strake(words.toArray(String[]::new));
  }

  /** Builds all archives and the layout. */
  Sample archives(String address) throws Exception {
    build(
        address, "-t", "sample:1",
        "-o", "type=oci,dest=" + oci(),
        "-o", "type=docker,dest=" + docker(),
        "-o", "type=oci,tar=false,dest=" + layout());
    return this;
  }

  Path oci() {
    return folder.resolve("sample.oci.tar");
  }

  Path docker() {
    return folder.resolve("sample.docker.tar");
  }

  Path layout() {
    return folder.resolve("layout");
  }

  /** The digest of the image's configuration. */
  String configDigest() throws IOException {
    ImageLayout image = new ImageLayout(layout());
    return image.blob(image.digest()).at("config").text("digest");
  }
}
