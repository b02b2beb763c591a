package dev.strake.frontend.context;

import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.port.GatewayPort.SolveRequest;
import dev.strake.frontend.port.OncePerKey;
import dev.strake.llb.Sources;
import dev.strake.llb.marshal.Definition;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the contexts ask of the port, in the steps in which they ask it. */
final class Gateway {

  private final GatewayPort port;
  private final Map<String, String> sessions;
  private final OncePerKey<String, String> hostKeys;

  /** @param sessions the sessions that local folders come from, where it is not the build's own */
  Gateway(GatewayPort port, Map<String, String> sessions) {
    this.port = port;
    this.sessions = sessions;
    this.hostKeys = new OncePerKey<>(host -> port.sshHostKey(host).orElse(""));
  }

  GatewayPort port() {
    return port;
  }

  /** The session that a local folder comes from. */
  String sessionOf(String folder) {
    return sessions.getOrDefault(folder, port.sessionId());
  }

  /** As {@link BuildContexts#knownHosts} has it; each server is asked once. */
  String knownHosts(String repository) {
    return Sources.sshHost(repository).map(hostKeys::get).orElse("");
  }

  /** The tree of a graph that is not empty. */
  Reference solve(Definition definition, boolean evaluate) {
    SolveRequest request = SolveRequest.of(definition);
    return port.solve(evaluate ? request.evaluated() : request)
        .single()
        .orElseThrow(() -> new GatewayException(GatewayException.Kind.UNKNOWN, "the daemon gave no tree"));
  }

  /** The file, or nothing where it cannot be read for whatever reason. */
  static Optional<byte[]> readIfPossible(Reference tree, String path) {
    try {
      return Optional.of(tree.readFile(path));
    } catch (GatewayException unreadable) {
      return Optional.empty();
    }
  }

  /** Puts what is being done in front of the message of a failure. */
  static <T> T doing(String what, Supplier<T> step) {
    try {
      return step.get();
    } catch (GatewayException failure) {
      throw failure.within(what);
    }
  }

  static GatewayException failure(String message) {
    return new GatewayException(GatewayException.Kind.UNKNOWN, message);
  }
}
