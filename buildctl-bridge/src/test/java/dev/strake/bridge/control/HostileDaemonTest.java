package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import dev.strake.bridge.proto.content.ContentGrpc;
import dev.strake.bridge.proto.content.DeleteContentRequest;
import dev.strake.bridge.proto.content.InfoRequest;
import dev.strake.bridge.proto.content.WriteAction;
import dev.strake.bridge.proto.content.WriteContentRequest;
import dev.strake.bridge.proto.filesync.BytesMessage;
import dev.strake.bridge.proto.fsutil.Packet;
import dev.strake.bridge.proto.fsutil.Packet.PacketType;
import dev.strake.bridge.proto.fsutil.Stat;
import dev.strake.bridge.proto.sshforward.SSHGrpc;
import dev.strake.bridge.session.SessionSpec;
import dev.strake.bridge.session.SshSource;
import dev.strake.bridge.testing.HostileDaemon;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.lite.ProtoLiteUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a daemon sends, nothing is written but where it was told to, and what is not whole is an error. */
@Timeout(60)
class HostileDaemonTest {

  private static final int DIRECTORY = 1 << 31;
  private static final int SYMLINK = 1 << 27;

  @TempDir Path folder;
  private Path destination;
  private Path outside;

  @BeforeEach
  void makeFolders() throws IOException {
    destination = folder.resolve("destination");
    outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("file"), "untouched");
  }

  /** Not that it has not answered. */
  @Test
  void aDeadlineOfTheDaemonsOwnIsToldAsItTellsIt() throws Exception {
    try (HostileDaemon daemon = HostileDaemon.start(session -> {});
        DaemonClient client = DaemonClient.connect(DaemonAddress.parse(daemon.address()))) {
      assertThatThrownBy(() -> client.diskUsage(DiskUsageQuery.all()).await())
          .hasMessage("failed to call diskusage: DeadlineExceeded: the cache is too large");
    }
  }

  @Test
  void nothingLeavesTheFolder() throws Exception {
    List<List<Packet>> attacks =
        List.of(
            List.of(stat("../outside/new", 0644, "")),
            List.of(stat(outside.resolve("new").toString(), 0644, "")),
            List.of(stat("a/../../outside/new", 0644, "")),
            List.of(stat("way", SYMLINK | 0777, outside.toString()), stat("way/new", 0644, "")),
            List.of(stat("way", SYMLINK | 0777, outside.toString()), stat("way/file", 0644, ""), end(), data(1, "x")),
            List.of(stat("name", 0644, "../outside/file"), end(), data(0, "x")),
            List.of(stat("d", DIRECTORY | 0755, ""), stat("d/..", DIRECTORY | 0777, ""), stat("d/../new", 0644, "")),
            List.of(stat("a", 0644, ""), end(), data(7, "nobody asked")),
            List.of(stat("b", 0644, ""), stat("a", 0644, "")));
    for (List<Packet> attack : attacks) {
      try (HostileDaemon daemon = HostileDaemon.start(session -> sendPackets(session, attack))) {
        assertThatThrownBy(() -> solve(daemon, Export.toDirectory("local", Map.of(), destination)))
            .as("%s", attack)
            .hasMessageContaining("failed to write " + destination);
      }
      assertThat(names(outside)).containsExactly("file");
      assertThat(outside.resolve("file")).hasContent("untouched");
      assertThat(names(folder)).containsOnly("destination", "outside");
    }
  }

  @Test
  void whatIsTooLargeForAFileSystemIsRefused() throws Exception {
    String deep = "d/".repeat(50_000);
    List<List<Packet>> bombs =
        List.of(
            List.of(stat("n".repeat(1 << 20), 0644, "")),
            List.of(stat("link", SYMLINK | 0777, "x".repeat(1 << 20))),
            List.of(stat(deep + "file", 0644, "")));
    for (List<Packet> bomb : bombs) {
      try (HostileDaemon daemon = HostileDaemon.start(session -> sendPackets(session, bomb))) {
        assertThatThrownBy(() -> solve(daemon, Export.toDirectory("local", Map.of(), destination)))
            .as("%.100s", bomb.getFirst())
            .hasMessageContaining("failed to write " + destination);
      }
      assertThat(names(folder)).containsOnly("destination", "outside");
    }
  }

  @Test
  void anAgentThatHasGoneIsToldAndNotWaitedFor() throws Exception {
    Path socket = folder.resolve("agent");
    List<String> answers = new CopyOnWriteArrayList<>();
    HostileDaemon.Deed deed =
        session -> {
          answers.add(askAgent(session));
          Files.delete(socket);
          answers.add(askAgent(session));
        };
    try (ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        HostileDaemon daemon = HostileDaemon.start(deed);
        DaemonClient client = DaemonClient.connect(DaemonAddress.parse(daemon.address()))) {
      agent.bind(UnixDomainSocketAddress.of(socket));
      Thread.startVirtualThread(() -> hangUp(agent));
      SessionSpec session = SessionSpec.builder().ssh("", new SshSource.Agent(socket)).build();
      client.solve(SolveSpec.ofFrontend("any").session(session).build(), ProgressListener.none()).await();
    }
    assertThat(answers).hasSize(2);
    assertThat(answers.get(0)).startsWith("UNKNOWN: agent: client error: ");
    assertThat(answers.get(1))
        .startsWith("UNKNOWN: failed to dial agent default: failed to connect to " + socket)
        .endsWith("connect: no such file or directory");
  }

  private static void hangUp(ServerSocketChannel agent) {
    try {
      agent.accept().close();
    } catch (IOException e) {
      // The test is over.
    }
  }

  /** Asks for the agent's keys, and returns how the conversation has ended. */
  private static String askAgent(Channel session) throws Exception {
    CompletableFuture<String> ended = new CompletableFuture<>();
    StreamObserver<dev.strake.bridge.proto.sshforward.BytesMessage> call =
        SSHGrpc.newStub(session).forwardAgent(new Words<>(ended));
    call.onNext(
        dev.strake.bridge.proto.sshforward.BytesMessage.newBuilder()
            .setData(ByteString.copyFrom(new byte[] {0, 0, 0, 1, 11}))
            .build());
    return ended.get(10, TimeUnit.SECONDS);
  }

  /** Keeps what the client says at the end. */
  private record Words<T>(CompletableFuture<String> end) implements StreamObserver<T> {
    @Override
    public void onNext(T message) {}

    @Override
    public void onError(Throwable failure) {
      end.complete(String.valueOf(failure.getMessage()));
    }

    @Override
    public void onCompleted() {
      end.complete("completed");
    }
  }

  @Test
  void deletingStaysInside() throws Exception {
    Files.createDirectories(destination);
    Files.createSymbolicLink(destination.resolve("way"), outside);
    Export export = Export.toDirectory("local", Map.of("mode", "delete"), destination);
    try (HostileDaemon daemon = HostileDaemon.start(session -> sendPackets(session, List.of(end())))) {
      solve(daemon, export);
    }
    assertThat(names(destination)).isEmpty();
    assertThat(outside.resolve("file")).hasContent("untouched");
  }

  @Test
  void aTreeThatBreaksOffIsAnError() throws Exception {
    List<Packet> half = List.of(stat("file", 0644, ""), end(), data(0, "half"));
    HostileDaemon.Deed deed =
        session -> {
          StreamObserver<Packet> call = call(session, Packet.getDefaultInstance(), new CompletableFuture<>());
          half.forEach(call::onNext);
          while (!Files.isDirectory(destination) || names(destination).isEmpty()) {
            Thread.sleep(5);
          }
        };
    try (HostileDaemon daemon = HostileDaemon.start(deed)) {
      assertThatThrownBy(() -> solve(daemon, Export.toDirectory("local", Map.of(), destination)))
          .hasMessageContaining("the daemon ended the build before all files were there");
    }
    assertThat(names(destination)).isEmpty();
  }

  @Test
  void anArchiveThatBreaksOffIsAnErrorAndLeavesNothing() throws Exception {
    Path file = folder.resolve("image.tar");
    HostileDaemon.Deed deed =
        session -> {
          StreamObserver<BytesMessage> call =
              call(session, BytesMessage.getDefaultInstance(), new CompletableFuture<>());
          call.onNext(BytesMessage.newBuilder().setData(ByteString.copyFromUtf8("half")).build());
          while (names(folder).size() < 2) {
            Thread.sleep(5);
          }
        };
    try (HostileDaemon daemon = HostileDaemon.start(deed)) {
      assertThatThrownBy(() -> solve(daemon, Export.toFile("tar", Map.of(), file)))
          .hasMessageContaining("the daemon ended the build before the archive was whole");
    }
    assertThat(names(folder)).containsExactly("outside");
  }

  @Test
  void blobsAreOnlyReadWhereOnlyReadingIsOffered() throws Exception {
    Path layout = Files.createDirectories(folder.resolve("layout/blobs/sha256")).getParent().getParent();
    String digest = "sha256:" + "0".repeat(64);
    Path blob = Files.writeString(layout.resolve("blobs/sha256").resolve("0".repeat(64)), "blob");
    CompletableFuture<String> seen = new CompletableFuture<>();
    HostileDaemon.Deed deed =
        session -> {
          ContentGrpc.ContentBlockingStub store = ContentGrpc.newBlockingStub(withHeader(session, "oci:mine"));
          StringBuilder answers = new StringBuilder();
          answers.append(answer(() -> store.delete(DeleteContentRequest.newBuilder().setDigest(digest).build())));
          for (String way : List.of("sha256:../../../outside/file", "../outside/file", digest + "/../x")) {
            answers.append(answer(() -> store.info(InfoRequest.newBuilder().setDigest(way).build())));
          }
          CompletableFuture<String> written = new CompletableFuture<>();
          StreamObserver<WriteContentRequest> write =
              ContentGrpc.newStub(withHeader(session, "oci:mine")).write(new Ending<>(written));
          write.onNext(WriteContentRequest.newBuilder().setAction(WriteAction.STAT).setRef("../../x").build());
          answers.append(written.get(10, TimeUnit.SECONDS));
          seen.complete(answers.toString());
        };
    try (HostileDaemon daemon = HostileDaemon.start(deed);
        DaemonClient client = DaemonClient.connect(DaemonAddress.parse(daemon.address()))) {
      SessionSpec session = SessionSpec.builder().ociLayout("mine", layout).build();
      client.solve(SolveSpec.ofFrontend("any").session(session).build(), ProgressListener.none()).await();
    }
    assertThat(seen.get(1, TimeUnit.SECONDS))
        .isEqualTo("PERMISSION_DENIED INVALID_ARGUMENT INVALID_ARGUMENT INVALID_ARGUMENT PERMISSION_DENIED ");
    assertThat(blob).hasContent("blob");
    assertThat(names(layout)).containsExactly("blobs");
  }

  private interface Call {
    Object run();
  }

  private static String answer(Call call) {
    try {
      return call.run() + " ";
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode() + " ";
    }
  }

  private static Channel withHeader(Channel session, String store) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("buildkit-attachable-store-id", Metadata.ASCII_STRING_MARSHALLER), store);
    return ClientInterceptors.intercept(session, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private record Ending<T>(CompletableFuture<String> end) implements StreamObserver<T> {
    @Override
    public void onNext(T message) {}

    @Override
    public void onError(Throwable failure) {
      end.complete(Status.fromThrowable(failure).getCode() + " ");
    }

    @Override
    public void onCompleted() {
      end.complete("completed ");
    }
  }

  private static void solve(HostileDaemon daemon, Export export) throws Exception {
    try (DaemonClient client = DaemonClient.connect(DaemonAddress.parse(daemon.address()))) {
      client.solve(SolveSpec.ofFrontend("any").export(export).build(), ProgressListener.none()).await();
    }
  }

  /** Sends all, whatever the client answers, and waits until the client is done with it. */
  private static void sendPackets(Channel session, List<Packet> packets) throws Exception {
    CompletableFuture<String> ended = new CompletableFuture<>();
    StreamObserver<Packet> call = call(session, Packet.getDefaultInstance(), ended);
    packets.forEach(call::onNext);
    call.onCompleted();
    // A tree of no files is done at once, and a refusal comes back.
    ended.get(20, TimeUnit.SECONDS);
  }

  private static <T extends MessageLite> StreamObserver<T> call(
      Channel session, T prototype, CompletableFuture<String> ended) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("buildkit-attachable-exporter-id", Metadata.ASCII_STRING_MARSHALLER), "0");
    headers.put(Metadata.Key.of("buildkit-exporter-multi-platform", Metadata.ASCII_STRING_MARSHALLER), "1");
    MethodDescriptor<T, T> method =
        MethodDescriptor.newBuilder(ProtoLiteUtils.marshaller(prototype), ProtoLiteUtils.marshaller(prototype))
            .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
            .setFullMethodName("moby.filesync.v1.FileSend/DiffCopy")
            .build();
    Channel withHeaders = ClientInterceptors.intercept(session, MetadataUtils.newAttachHeadersInterceptor(headers));
    return ClientCalls.asyncBidiStreamingCall(withHeaders.newCall(method, CallOptions.DEFAULT), new Ending<>(ended));
  }

  private static Packet stat(String path, int mode, String link) {
    Stat stat = Stat.newBuilder().setPath(path).setMode(mode).setLinkname(link).build();
    return Packet.newBuilder().setType(PacketType.PACKET_STAT).setStat(stat).build();
  }

  private static Packet end() {
    return Packet.newBuilder().setType(PacketType.PACKET_STAT).build();
  }

  private static Packet data(int id, String text) {
    return Packet.newBuilder()
        .setType(PacketType.PACKET_DATA)
        .setId(id)
        .setData(ByteString.copyFromUtf8(text))
        .build();
  }

  private static List<String> names(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
