package dev.strake.bridge.buildctl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.testing.ClientRun;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.SideDaemon;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.bridge.testing.TestObjectStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A build cache in an S3 server, written, and found again by a daemon that has nothing left of its own. */
@ExtendWith(DaemonExtension.class)
class ObjectStoreCacheIT {

  @TempDir Path folder;

  @Test
  void isWrittenAndFound(TestDaemon shared) throws Exception {
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY Dockerfile /first\nCOPY Dockerfile /second\n");
    try (TestObjectStore store = TestObjectStore.start();
        SideDaemon daemon = SideDaemon.start(shared, List.of(), Map.of())) {
      String cache =
          "type=s3,bucket=%s,region=us-east-1,name=one,prefix=p/,blobs_prefix=b/,manifests_prefix=m/,endpoint_url=%s"
              .formatted(TestObjectStore.BUCKET, store.url())
              + ",use_path_style=true,access_key_id=" + TestObjectStore.KEY_ID
              + ",secret_access_key=" + TestObjectStore.SECRET;

      ClientRun first = build(daemon, "--export-cache=" + cache + ",mode=max");
      assertThat(first.exitCode()).as(first.err()).isZero();
      assertThat(first.err()).doesNotContain("CACHED").doesNotContain(TestObjectStore.SECRET);
      assertThat(store.count("p/m/")).isEqualTo(1);
      assertThat(store.count("p/b/")).isGreaterThanOrEqualTo(2);
      assertThat(run(daemon, List.of("prune", "--all")).exitCode()).isZero();

      ClientRun second = build(daemon, "--import-cache=" + cache);
      assertThat(second.exitCode()).as(second.err()).isZero();
      assertThat(second.err())
          .containsPattern("COPY Dockerfile /first\n#\\d+ CACHED")
          // The layers come out of the store.
          .containsPattern("COPY Dockerfile /second\n#\\d+ sha256:[0-9a-f]{64} \\d+B / \\d+B")
          .doesNotContain(TestObjectStore.SECRET);
      assertThat(manifest(second)).isEqualTo(manifest(first));
    }
  }

  private static String manifest(ClientRun build) {
    return build.err().lines().filter(line -> line.matches("#\\d+ exporting manifest sha256:\\w+ .*done")).findFirst()
        .orElseThrow()
        .replaceAll(".*(sha256:\\w+).*", "$1");
  }

  private ClientRun build(SideDaemon daemon, String cache) {
    return run(
        daemon,
        List.of(
            "build", "--frontend=dockerfile.v0", "--progress=plain", "--local=context=.", "--local=dockerfile=.",
            "--opt=build-arg:SOURCE_DATE_EPOCH=1", "--output=type=oci,dest=image.tar,rewrite-timestamp=true", cache));
  }

  private ClientRun run(SideDaemon daemon, List<String> words) {
    Map<String, String> environment = Map.of("BUILDKIT_HOST", daemon.address(), "HOME", folder.toString());
    return ClientRun.ours(new ClientRun.Given(folder, environment, new byte[0]), words);
  }
}
