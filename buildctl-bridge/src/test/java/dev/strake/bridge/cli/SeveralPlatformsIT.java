package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.ImageLayout;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.llb.Platforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One command, several platforms: what the index says of each image, and which machine its steps saw. */
@ExtendWith(DaemonExtension.class)
class SeveralPlatformsIT {

  /** The machines as a process of them sees it. */
  private static final Map<String, String> MACHINES = new LinkedHashMap<>();

  static {
    MACHINES.put("linux/amd64", "x86_64");
    MACHINES.put("linux/arm64", "aarch64");
    MACHINES.put("linux/arm/v7", "armv7l");
    MACHINES.put("linux/riscv64", "riscv64");
    MACHINES.put("linux/s390x", "s390x");
    MACHINES.put("linux/ppc64le", "ppc64le");
  }

  private static final String STEPS =
      """
      FROM --platform=$BUILDPLATFORM busybox AS cross
      ARG BUILDPLATFORM
      ARG BUILDOS
      ARG BUILDARCH
      ARG BUILDVARIANT
      ARG TARGETPLATFORM
      ARG TARGETOS
      ARG TARGETARCH
      ARG TARGETVARIANT
      RUN echo "$BUILDPLATFORM $BUILDOS $BUILDARCH $BUILDVARIANT" > /build && uname -m >> /build
      RUN echo "$TARGETPLATFORM $TARGETOS $TARGETARCH $TARGETVARIANT" > /target && uname -m >> /target

      FROM --platform=linux/s390x busybox AS pinned
      ARG TARGETARCH
      RUN echo "$TARGETARCH $(uname -m)" > /pinned

      FROM busybox AS image
      RUN uname -m > /machine
      COPY --from=cross /build /target /
      COPY --from=pinned /pinned /

      FROM scratch AS files
      COPY --from=image /machine /build /target /pinned /
      """;

  @TempDir Path folder;
  private TestDaemon daemon;

  @BeforeEach
  void daemon(TestDaemon shared) {
    daemon = shared;
  }

  @Test
  void stepsRunOnTheirOwnMachines() throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), STEPS);
    String platforms = String.join(",", MACHINES.keySet());

    build("--platform", platforms, "--target", "image", "-o", "type=oci,tar=false,dest=image");
    build("--platform", platforms, "--target", "files", "-o", "type=local,dest=files");

    ImageLayout layout = new ImageLayout(folder.resolve("image"));
    List<String> named = layout.indexed().stream().map(ImageLayout.Image::platform).toList();
    assertThat(named).containsExactlyElementsOf(MACHINES.keySet());
    assertThat(layout.indexed().stream().map(ImageLayout.Image::configPlatform)).containsExactlyElementsOf(named);
    String local = Platforms.format(Platforms.local());
    String own = local + " linux " + Platforms.local().architecture() + " \n" + MACHINES.get(local) + "\n";
    MACHINES.forEach(
        (platform, machine) -> {
          Path files = folder.resolve("files").resolve(platform.replace('/', '_'));
          assertThat(files.resolve("machine")).hasContent(machine + "\n");
          assertThat(files.resolve("build")).hasContent(own);
          assertThat(files.resolve("target")).hasContent(target(platform) + "\n" + MACHINES.get(local) + "\n");
          String pinnedFor = platform.split("/")[1];
          assertThat(files.resolve("pinned")).hasContent(pinnedFor + " s390x\n");
        });
  }

  /** TARGETPLATFORM and its parts. */
  private static String target(String platform) {
    List<String> words = new ArrayList<>(List.of(platform));
    words.addAll(List.of(platform.split("/")));
    return String.join(" ", words) + (words.size() < 4 ? " " : "");
  }

  @Test
  void variantsAndTheSystemsVersionAreTold() throws IOException {
    Files.writeString(
        folder.resolve("Dockerfile"), "FROM scratch\nARG TARGETPLATFORM\nCOPY Dockerfile /$TARGETPLATFORM\n");
    List<String> platforms =
        List.of(
            "linux/amd64/v2", "linux/arm/v6", "linux/arm/v7", "linux/arm64", "linux/arm64/v9",
            "windows(10.0.20348.2582)/amd64");

    build("--platform", String.join(",", platforms), "-o", "type=oci,tar=false,dest=image");

    ImageLayout layout = new ImageLayout(folder.resolve("image"));
    assertThat(layout.indexed().stream().map(ImageLayout.Image::platform)).containsExactlyElementsOf(platforms);
    assertThat(layout.indexed().stream().map(ImageLayout.Image::configPlatform)).containsExactlyElementsOf(platforms);
  }

  private void build(String... arguments) {
    TestSession session = TestSession.withCacheOfUser(folder, Map.of());
    List<String> words = new ArrayList<>(List.of("build", "--addr", daemon.address(), "--progress=plain"));
    words.addAll(List.of("--build-context", "busybox=rootfs:busybox", "."));
    words.addAll(List.of(arguments));
    assertThat(session.run(words.toArray(String[]::new))).as(session.err()).isEqualTo(ExitCode.OK);
  }
}
