package dev.strake.bridge.recording;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import dev.strake.bridge.proto.auth.AuthGrpc;
import dev.strake.bridge.proto.auth.CredentialsRequest;
import dev.strake.bridge.proto.content.ContentGrpc;
import dev.strake.bridge.proto.content.InfoRequest;
import dev.strake.bridge.proto.control.CacheOptionsEntry;
import dev.strake.bridge.proto.control.SolveRequest;
import dev.strake.bridge.proto.filesync.BytesMessage;
import dev.strake.bridge.proto.fsutil.Packet;
import dev.strake.bridge.proto.fsutil.Packet.PacketType;
import dev.strake.bridge.proto.fsutil.Stat;
import dev.strake.bridge.proto.health.HealthCheckRequest;
import dev.strake.bridge.proto.health.HealthGrpc;
import dev.strake.bridge.proto.secrets.GetSecretRequest;
import dev.strake.bridge.proto.secrets.SecretsGrpc;
import dev.strake.bridge.proto.sshforward.CheckAgentRequest;
import dev.strake.bridge.proto.sshforward.SSHGrpc;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Asks each service that a client's session announces for what the command lines offer, and for what they do not. */
final class SessionVisit {

  private static final Metadata.Key<String> ANNOUNCED = key("x-docker-expose-session-grpc-method");
  private static final Metadata.Key<String> FOLDER = key("dir-name");
  private static final Metadata.Key<String> EXPORTER = key("buildkit-attachable-exporter-id");
  private static final Metadata.Key<String> SEVERAL_PLATFORMS = key("buildkit-exporter-multi-platform");
  private static final Metadata.Key<String> STORE = key("buildkit-attachable-store-id");
  private static final List<String> NAMES =
      List.of("context", "default", "one", "two", "TOKEN", RecordedControl.NOTHING);
  private static final long PATIENCE_SECONDS = 20;

  private final Channel services;
  private final Set<String> announced;
  private final Recording recording;

  /** @param headers those of the session's call */
  SessionVisit(Channel services, Metadata headers, Recording recording) {
    this.services = services;
    this.recording = recording;
    Iterable<String> methods = headers.getAll(ANNOUNCED);
    this.announced =
        methods == null
            ? Set.of()
            : StreamSupport.stream(methods.spliterator(), false).collect(Collectors.toUnmodifiableSet());
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  /** Visits the services that are announced; a client that breaks off a call is not hurried past the others. */
  void visit(SolveRequest request) throws InterruptedException {
    visit("/grpc.health.v1.Health/Check", List.of(""), service ->
        HealthGrpc.newBlockingStub(services).check(HealthCheckRequest.newBuilder().setService(service).build()));
    visit("/moby.filesync.v1.Auth/Credentials", List.of("registry.example:5000", "other.example"), host ->
        AuthGrpc.newBlockingStub(services).credentials(CredentialsRequest.newBuilder().setHost(host).build()));
    visit("/moby.buildkit.secrets.v1.Secrets/GetSecret", NAMES, id ->
        SecretsGrpc.newBlockingStub(services).getSecret(GetSecretRequest.newBuilder().setId(id).build()));
    visit("/moby.sshforward.v1.SSH/CheckAgent", NAMES, id ->
        SSHGrpc.newBlockingStub(services).checkAgent(CheckAgentRequest.newBuilder().setId(id).build()));
    visit("/containerd.services.content.v1.Content/Info", stores(request), store ->
        ContentGrpc.newBlockingStub(with(STORE, store)).info(InfoRequest.newBuilder().setDigest(Answers.BLOB).build()));
    for (String name : NAMES) {
      visit("/moby.filesync.v1.FileSync/DiffCopy", with(FOLDER, name), name, new TreeReader());
    }
    for (int i = 0; i < request.getExportersCount(); i++) {
      Channel exporter = with(EXPORTER, Integer.toString(i));
      boolean folder = request.getExporters(i).getType().equals("local");
      Answer<?> answer = folder ? new TreeWriter() : new ArchiveWriter();
      visit("/moby.filesync.v1.FileSend/DiffCopy", exporter, Integer.toString(i), answer);
    }
  }

  private static List<String> stores(SolveRequest request) {
    Stream<CacheOptionsEntry> caches =
        Stream.concat(request.getCache().getExportsList().stream(), request.getCache().getImportsList().stream());
    Stream<String> folders =
        caches.flatMap(cache -> Stream.of("src", "dest").map(cache.getAttrsMap()::get))
            .filter(folder -> folder != null)
            .map(folder -> "local:" + folder);
    return Stream.concat(Stream.of("export", "oci:one", "oci:" + RecordedControl.NOTHING), folders).distinct().toList();
  }

  private interface Question {
    MessageLite ask(String subject);
  }

  private void visit(String method, List<String> subjects, Question question) {
    if (announced.contains(method)) {
      for (String subject : subjects) {
        recording.noteAnswer(method + " " + subject, answer(() -> Recording.text(question.ask(subject))));
      }
    }
  }

  private static String answer(Supplier<String> call) {
    try {
      return call.get();
    } catch (StatusRuntimeException e) {
      return text(e);
    }
  }

  private static String text(Throwable failure) {
    Status status = Status.fromThrowable(failure);
    return status.getCode() + ": " + status.getDescription();
  }

  private <T extends MessageLite> void visit(String method, Channel channel, String subject, Answer<T> answer)
      throws InterruptedException {
    if (!announced.contains(method)) {
      return;
    }
    MethodDescriptor<T, T> descriptor =
        MethodDescriptor.newBuilder(
                ProtoLiteUtils.marshaller(answer.prototype()), ProtoLiteUtils.marshaller(answer.prototype()))
            .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
            .setFullMethodName(method.substring(1))
            .build();
    answer.begin(ClientCalls.asyncBidiStreamingCall(channel.newCall(descriptor, CallOptions.DEFAULT), answer));
    recording.noteAnswer(method + " " + subject, answer.await());
  }

  private Channel with(Metadata.Key<String> key, String value) {
    Metadata headers = new Metadata();
    headers.put(key, value);
    headers.put(SEVERAL_PLATFORMS, "1");
    return ClientInterceptors.intercept(services, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /** What a client answers on a stream. */
  private abstract static class Answer<T extends MessageLite> implements StreamObserver<T> {
    final List<String> lines = new ArrayList<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private @Nullable StreamObserver<T> call;

    abstract T prototype();

    /** What this side says first. */
    abstract void greet(StreamObserver<T> call);

    void begin(StreamObserver<T> begun) {
      synchronized (this) {
        call = begun;
        greet(begun);
      }
    }

    void send(T message) {
      synchronized (this) {
        if (call != null) {
          call.onNext(message);
        }
      }
    }

    void hangUp() {
      synchronized (this) {
        if (call != null) {
          call.onCompleted();
        }
      }
    }

    @Override
    public void onError(Throwable failure) {
      end.complete(text(failure));
    }

    @Override
    public void onCompleted() {
      end.complete("OK");
    }

    String await() throws InterruptedException {
      try {
        lines.add(end.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      } catch (ExecutionException | TimeoutException e) {
        lines.add("no end: " + e);
      }
      return String.join("\n", lines);
    }
  }

  /** Receives the names of a folder's files, and asks for the content of none. */
  private static final class TreeReader extends Answer<Packet> {

    @Override
    Packet prototype() {
      return Packet.getDefaultInstance();
    }

    @Override
    void greet(StreamObserver<Packet> call) {}

    @Override
    public void onNext(Packet packet) {
      lines.add(Recording.text(packet));
      if (packet.getType() == PacketType.PACKET_STAT && !packet.hasStat()) {
        send(Packet.newBuilder().setType(PacketType.PACKET_FIN).build());
      }
    }
  }

  /** Sends a folder of one file. */
  private static final class TreeWriter extends Answer<Packet> {

    @Override
    Packet prototype() {
      return Packet.getDefaultInstance();
    }

    @Override
    void greet(StreamObserver<Packet> call) {
      Stat file =
          Stat.newBuilder().setPath("made").setMode(0640).setSize(4).setModTime(1_700_000_000_000_000_000L).build();
      call.onNext(Packet.newBuilder().setType(PacketType.PACKET_STAT).setStat(file).build());
      call.onNext(Packet.newBuilder().setType(PacketType.PACKET_STAT).build());
    }

    @Override
    public void onNext(Packet packet) {
      lines.add(Recording.text(packet));
      if (packet.getType() == PacketType.PACKET_REQ) {
        Packet.Builder data = Packet.newBuilder().setType(PacketType.PACKET_DATA).setId(packet.getId());
        send(data.setData(ByteString.copyFromUtf8("made")).build());
        send(data.clearData().build());
      } else if (packet.getType() == PacketType.PACKET_FIN) {
        send(Packet.newBuilder().setType(PacketType.PACKET_FIN).build());
        hangUp();
      }
    }
  }

  /** Sends an archive, or what is as good as one. */
  private static final class ArchiveWriter extends Answer<BytesMessage> {

    @Override
    BytesMessage prototype() {
      return BytesMessage.getDefaultInstance();
    }

    @Override
    void greet(StreamObserver<BytesMessage> call) {
      call.onNext(prototype().toBuilder().setData(ByteString.copyFromUtf8("an archive\n")).build());
      call.onCompleted();
    }

    @Override
    public void onNext(BytesMessage message) {
      lines.add(Recording.text(message));
    }
  }
}
