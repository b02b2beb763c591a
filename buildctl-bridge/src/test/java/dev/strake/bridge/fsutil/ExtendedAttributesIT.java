package dev.strake.bridge.fsutil;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.strake.bridge.testing.ClientRun;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Attributes that only root may write, through a build and back, with both clients. */
@ExtendWith(DaemonExtension.class)
class ExtendedAttributesIT {

  @TempDir Path folder;
  private final ExtendedAttributes attributes = ExtendedAttributes.ofThisPlatform();
  private TestDaemon daemon;

  @BeforeEach
  void makeContext(TestDaemon shared) throws IOException {
    daemon = shared;
    Files.createDirectories(folder.resolve("context/sub"));
    Files.writeString(folder.resolve("context/Dockerfile"), "FROM scratch\nCOPY . /\n");
    Path program = Files.writeString(folder.resolve("context/program"), "a program of " + folder);
    attributes.write(program, "security.capability", ExtendedAttributesTest.CAPABILITY);
    attributes.write(program, "trusted.note", ByteString.copyFromUtf8("root's"));
    attributes.write(program, "user.note", ByteString.copyFromUtf8("anybody's"));
    attributes.write(folder.resolve("context/sub"), "trusted.folder", ByteString.copyFromUtf8("f"));
  }

  @Test
  void bothClientsSendThemAndWriteThem() throws Exception {
    ClientRun stock = ClientRun.stock(given(), words("stock"));
    ClientRun ours = ClientRun.ours(given(), words("ours"));

    assertThat(stock.exitCode()).as(stock.err()).isZero();
    assertThat(ours.exitCode()).as(ours.err()).isZero();
    assertThat(ours.err()).containsPattern("COPY \\. /\\n#\\d+ CACHED");
    for (String name : List.of("program", "sub")) {
      assertThat(attributes.read(folder.resolve("ours").resolve(name)))
          .isEqualTo(attributes.read(folder.resolve("stock").resolve(name)))
          .isNotEmpty();
    }
    assertThat(attributes.read(folder.resolve("ours/program"))).containsKeys("trusted.note", "user.note");
  }

  private ClientRun.Given given() {
    return new ClientRun.Given(
        folder, Map.of("BUILDKIT_HOST", daemon.address(), "HOME", folder.toString()), new byte[0]);
  }

  private static List<String> words(String destination) {
    String line =
        "build --progress plain --frontend dockerfile.v0 --local context=context --local dockerfile=context"
            + " --output type=local,dest=";
    return List.of((line + destination).split(" "));
  }
}
