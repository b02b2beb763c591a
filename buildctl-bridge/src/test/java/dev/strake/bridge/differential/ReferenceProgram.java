package dev.strake.bridge.differential;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.GrpcErrors;
import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.proto.gateway.ReturnRequest;
import dev.strake.bridge.proto.gateway.SolveRequest;
import dev.strake.bridge.proto.rpc.Status;
import dev.strake.frontend.port.GatewayPort;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The reference frontend as a program of its own, which is a party to the same build as ours: a daemon of today tells its
 * own frontend of all its capabilities, and there is no setting that keeps one back.
 */
final class ReferenceProgram implements Side {

  private static final Path SOURCE = Path.of("..", "testdata", "differential", "reference");

  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private final Path executable;
  private final String address;
  private final String build;
  private final Set<String> missing;
  private Optional<Process> process = Optional.empty();

  /**
   * The program, started when it is first asked.
   *
   * @param executable what {@link #compile} has made
   * @param address the daemon's
   * @param build the id of the build
   * @param missing the solver's capabilities that it is not told of
   */
  ReferenceProgram(Path executable, String address, String build, Set<String> missing) {
    this.executable = executable;
    this.address = address;
    this.build = build;
    this.missing = missing;
  }

  /** Compiles the program with Go. */
  static Path compile(Path folder) throws IOException, InterruptedException {
    return compile(SOURCE, folder);
  }

  /** Compiles a program around the reference's packages, whose sources are there, into a folder. */
  static Path compile(Path source, Path folder) throws IOException, InterruptedException {
    Path executable = folder.resolve("reference").toAbsolutePath();
    String go =
        Host.current().program("go", List.of(Path.of("/usr/local/go/bin"))).orElse(Path.of("go")).toString();
    List<String> output = new ArrayList<>();
    int exitCode =
        Command.of(go, "build", "-o", executable.toString(), ".")
            .in(source)
            .with(Map.of("CGO_ENABLED", "0"))
            .run(output::add);
    if (exitCode != 0) {
      throw new IllegalStateException("cannot compile the reference: " + String.join("\n", output));
    }
    return executable;
  }

  @Override
  public Map<String, String> run(GatewayPort gateway, Map<String, String> request) {
    Map<String, String> options = new HashMap<>(gateway.options());
    options.putAll(request);
    try {
      if (process.isEmpty()) {
        process = Optional.of(start(gateway.sessionId()));
      }
      return answer(process.get(), SolveRequest.newBuilder().putAllFrontendOpt(options).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> answer(Process running, SolveRequest request) throws IOException {
    try {
      request.writeDelimitedTo(running.getOutputStream());
      running.getOutputStream().flush();
      ReturnRequest returned = ReturnRequest.parseDelimitedFrom(running.getInputStream());
      if (returned != null) {
        return returned.hasError() ? failure(returned.getError()) : result(returned);
      }
    } catch (IOException gone) {
      // It has ended, and what it wrote before tells more.
    }
    process = Optional.empty();
    return Map.of(CRASH, new String(running.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static Map<String, String> result(ReturnRequest returned) {
    Map<String, byte[]> metadata = new HashMap<>();
    returned.getResult().getMetadataMap().forEach((key, value) -> metadata.put(key, value.toByteArray()));
    return Aspects.ofMetadata(metadata);
  }

  private static Map<String, String> failure(Status status) {
    Metadata trailers = new Metadata();
    trailers.put(DETAILS, status.toByteArray());
    DaemonException failure =
        GrpcErrors.translate(new StatusRuntimeException(io.grpc.Status.fromCodeValue(status.getCode()), trailers));
    return Aspects.ofFailure(failure.getMessage(), Aspects.places(failure));
  }

  private Process start(String session) throws IOException {
    List<String> words = new ArrayList<>(List.of(executable.toString(), address, build, session));
    words.addAll(new TreeSet<>(missing));
    return new ProcessBuilder(words).start();
  }

  @Override
  public void close() {
    process.ifPresent(Process::destroyForcibly);
  }
}
