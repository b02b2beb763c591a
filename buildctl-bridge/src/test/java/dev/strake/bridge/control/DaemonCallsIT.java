package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.SideDaemon;
import dev.strake.bridge.testing.TestDaemon;
import dev.strake.llb.LocalOptions;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Everything but builds, asked of a real daemon that no other test uses. */
@ExtendWith(DaemonExtension.class)
@Timeout(60)
class DaemonCallsIT {

  private static SideDaemon daemon;

  @TempDir Path folder;
  private DaemonClient client;

  @BeforeAll
  static void start(TestDaemon beside) throws Exception {
    daemon = SideDaemon.start(beside, List.of(), Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    daemon.close();
  }

  @BeforeEach
  void connect() {
    client = DaemonClient.connect(DaemonAddress.parse(daemon.address()));
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void tellsDiskUsageAndPrunes() throws Exception {
    build("pruned");

    List<UsageRecord> records = client.diskUsage(DiskUsageQuery.all()).await();
    assertThat(records)
        .anySatisfy(
            record -> {
              assertThat(record.recordType()).isEqualTo("source.local");
              assertThat(record.description()).contains("local source for context");
              assertThat(record.createdAt()).isPresent();
            })
        .isSortedAccordingTo((a, b) -> Long.compare(a.size(), b.size()));
    assertThat(client.diskUsage(DiskUsageQuery.matching(List.of("type==exec.cachemount"))).await()).isEmpty();

    List<UsageRecord> gone = new ArrayList<>();
    PruneSpec keepYoung = PruneSpec.unused().withAll().withKeepDuration(Duration.ofHours(1));
    assertThat(client.prune(keepYoung, gone::add).await()).isEqualTo(new PruneOutcome(0, 0));

    PruneOutcome outcome = client.prune(PruneSpec.unused().withAll(), gone::add).await();
    assertThat(gone).isNotEmpty().hasSize(Math.toIntExact(outcome.records()));
    assertThat(outcome.bytes()).isEqualTo(gone.stream().mapToLong(UsageRecord::size).sum());
  }

  @Test
  void listensToFilters() {
    assertThat(client.listWorkers(List.of("id==none"))).isEmpty();
    assertThat(client.listWorkers(List.of("labels.\"org.mobyproject.buildkit.worker.executor\"==containerd")))
        .hasSize(1);
  }

  @Test
  void remembersBuilds() throws Exception {
    String ref = build("remembered");

    BuildRecord record = client.history().find(ref).orElseThrow();
    assertThat(record.error()).isEmpty();
    assertThat(record.completedAt()).isPresent();
    assertThat(record.exporters()).extracting(BuildRecord.Exporter::type).containsExactly("local");
    assertThat(record.steps().total()).isPositive();
    assertThat(client.history().list(HistoryQuery.all()).await())
        .anySatisfy(event -> assertThat(event.record().orElseThrow().ref()).isEqualTo(ref));
    assertThat(client.history().list(HistoryQuery.active()).await()).isEmpty();

    client.history().pin(ref);
    assertThat(client.history().find(ref).orElseThrow().pinned()).isTrue();
    client.history().unpin(ref);
    assertThat(client.history().find(ref).orElseThrow().pinned()).isFalse();
    client.history().delete(ref);
    assertThat(client.history().find(ref)).isEmpty();
  }

  @Test
  void readsWhatABuildHasLeft() throws Exception {
    String ref = build("left");
    BlobDescriptor logs = client.history().find(ref).orElseThrow().logs().orElseThrow();

    ByteArrayOutputStream read = new ByteArrayOutputStream();
    assertThat(client.content().read(logs.digest(), read).await()).isEqualTo(logs.size());
    assertThat(read.size()).isEqualTo(logs.size());
    assertThat(client.content().info(logs.digest()).await().size()).isEqualTo(logs.size());
    assertThatThrownBy(() -> client.content().read("sha256:" + "0".repeat(64), read).await())
        .isInstanceOf(DaemonException.class)
        .hasMessageContaining("not found");

    List<ProgressEvent> replayed = new CopyOnWriteArrayList<>();
    client.status(ref, replayed::addAll).await();
    assertThat(replayed).anyMatch(ProgressEvent.VertexChanged.class::isInstance);
  }

  @Test
  void watchesUntilCancelled() throws Exception {
    CountDownLatch completed = new CountDownLatch(1);
    List<String> refs = new CopyOnWriteArrayList<>();
    var watch =
        client
            .history()
            .watch(
                HistoryQuery.all(),
                event -> {
                  refs.add(event.record().orElseThrow().ref());
                  if (event.type() == HistoryEvent.Type.COMPLETE) {
                    completed.countDown();
                  }
                });

    String ref = build("watched");

    assertThat(completed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(refs).contains(ref);
    watch.cancel();
    assertThatThrownBy(watch::await)
        .satisfies(
            failure -> assertThat(((DaemonException) failure).kind()).isEqualTo(DaemonException.Kind.CANCELLED));
  }

  @Test
  void breaksOffWhenClosed() throws Exception {
    var watch = client.history().watch(HistoryQuery.all(), event -> {});
    client.close();

    assertThatThrownBy(watch::await).isInstanceOf(DaemonException.class);
    assertThatThrownBy(() -> client.diskUsage(DiskUsageQuery.all()).await()).hasMessage("the client is closed");
  }

  @Test
  void failsABuildWhoseDaemonDies(TestDaemon beside) throws Exception {
    try (SideDaemon mortal = SideDaemon.start(beside, List.of(), Map.of());
        DaemonClient toMortal = DaemonClient.connect(DaemonAddress.parse(mortal.address()))) {
      CountDownLatch running = new CountDownLatch(1);
      Path out = folder.resolve("image.tar");
      RunningBuild build =
          toMortal.solve(
              SolveSpec.ofGraph(Builds.shell("echo running; sleep 600"))
                  .session(SessionSpec.builder().local("base", Builds.base()).build())
                  .export(Export.toFile("oci", Map.of(), out))
                  .build(),
              events -> {
                if (events.stream().anyMatch(ProgressEvent.LogWritten.class::isInstance)) {
                  running.countDown();
                }
              });
      assertThat(running.await(40, TimeUnit.SECONDS)).isTrue();

      mortal.kill();

      assertThat(build.result())
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withCauseInstanceOf(DaemonException.class)
          .withMessageContaining("the daemon has closed the connection");
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void waitsForADaemonThatStarts(TestDaemon beside) throws Exception {
    int port;
    try (SideDaemon earlier = SideDaemon.start(beside, List.of(), Map.of())) {
      port = earlier.port();
    }
    try (DaemonClient early = DaemonClient.connect(new DaemonAddress.Tcp("127.0.0.1", port))) {
      assertThatThrownBy(() -> early.awaitReady(Duration.ofMillis(300)))
          .hasMessage("cannot reach a BuildKit daemon at tcp://127.0.0.1:" + port + ": connection refused");
    }
    client.awaitReady(Duration.ofSeconds(5));
  }

  private String build(String content) throws Exception {
    Path context = Files.createDirectories(folder.resolve("context"));
    Files.writeString(context.resolve("file"), content);
    return client
        .solve(
            SolveSpec.ofGraph(Builds.local("context", LocalOptions.NONE))
                .session(SessionSpec.builder().local("context", context).build())
                .export(Export.toDirectory("local", Map.of(), folder.resolve("out")))
                .build(),
            ProgressListener.none())
        .await()
        .ref();
  }
}
