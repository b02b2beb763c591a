package dev.strake.bridge.gateway;

import dev.strake.bridge.http2.PipeChannel;
import dev.strake.frontend.CompileFailed;
import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.port.GatewayException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * The frontend image's program. A daemon starts it for one build, tells it the build's options in the environment, and
 * is spoken to over standard input and output; standard error is for people.
 *
 * <p>Exit codes: 0, the result was returned; 1, the build cannot be done and the daemon has been told why, or cannot be
 * told any more; 2, a bug.
 */
public final class GatewayRunner {

  private static final int RETURNED = 0;
  private static final int FAILED = 1;
  private static final int BUG = 2;

  private GatewayRunner() {}

  public static void main(String[] args) {
    Thread.ofPlatform().daemon().start(GatewayRunner::prepareDigests);
    int exitCode;
    try (PipeChannel channel = PipeChannel.overStandardStreams()) {
      exitCode = run(channel);
    }
    // Nothing is left to be done at an orderly end, and waiting for it costs every build some milliseconds.
    Runtime.getRuntime().halt(exitCode);
  }

  /** The first digest of a JVM takes a tenth of a short build, in which the daemon has not said anything yet. */
  private static void prepareDigests() {
    try {
      MessageDigest.getInstance("SHA-256").digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static int run(PipeChannel daemon) {
    try {
      BuildEnvironment environment = ProcessEnvironment.read(System.getenv());
      LlbBridgePort.open(daemon, environment, host -> Optional.empty()).run(new DockerfileFrontend()::run);
      return RETURNED;
    } catch (CompileFailed | GatewayException failure) {
      log("error: " + failure.getMessage());
      return FAILED;
    } catch (RuntimeException | Error bug) {
      log("internal error, please report it: " + bug);
      return BUG;
    }
  }

  /** What the daemon's own log shows of it. {@code System.err} need not be there for that. */
  private static void log(String line) {
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    err.println("strake: " + line);
  }
}
