package dev.strake.bridge.session;

import dev.strake.bridge.session.RegistryCredentials.Credentials;
import dev.strake.llb.go.GoQuote;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The programs that keep a user's credentials, as Docker calls them: {@code docker-credential-NAME get} reads a
 * registry and prints who to be there. What they print on standard error is for the user, such as the question for a
 * password.
 *
 * @param user where the programs are looked for, and what they run in
 * @param err gets what they print on standard error, as it comes
 * @param patience how long one may take, its questions to the user included
 */
record CredentialHelper(Surroundings user, PrintStream err, Duration patience) {

  private static final String PREFIX = "docker-credential-";
  private static final String NOT_FOUND = "credentials not found in native keychain";
  private static final List<String> COMPLAINTS = List.of("no credentials server URL", "no credentials username");
  private static final int MAX_ANSWER_BYTES = 1 << 20;
  private static final int STEP_BYTES = 1024;

  /** A child of the program may hold its standard error for longer than the program runs. */
  private static final Duration ERRORS_PATIENCE = Duration.ofMillis(200);

  /** How the JVM tells why a program could not be started. */
  private static final Pattern NOT_STARTED = Pattern.compile("error[:=] ?\\d+,? \\(?([^)]+)");

  /** The one that a system has where nothing is configured; empty for none. */
  String installed() {
    String store = onPath("pass").isPresent() ? "pass" : "secretservice";
    return onPath(PREFIX + store).isPresent() ? store : "";
  }

  private Optional<Path> onPath(String program) {
    String path = user.environment().getOrDefault("PATH", "");
    return program.isEmpty() || program.contains("/")
        ? Optional.empty()
        : Stream.of(path.split(File.pathSeparator))
            .filter(folder -> folder.startsWith("/"))
            .map(folder -> file(folder, program))
            .flatMap(Optional::stream)
            .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
            .findFirst();
  }

  private static Optional<Path> file(String folder, String name) {
    try {
      return Optional.of(Path.of(folder, name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Asks one of them.
   *
   * @param name as the configuration has it
   * @throws IOException when it cannot be run, fails, or prints anything else; the message is the reference's
   */
  Credentials get(String name, String registry) throws IOException, InterruptedException {
    String program = PREFIX + name;
    Optional<Path> found = onPath(program);
    if (found.isEmpty()) {
      throw failure("exec: " + GoQuote.quote(program) + ": executable file not found in $PATH", "");
    }
    Process process = start(found.get());
    try {
      return answer(program, process, registry);
    } finally {
      process.destroy();
    }
  }

  private Process start(Path program) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.toString(), "get");
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(user.environment());
    builder.directory(user.folder().toAbsolutePath().toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      Matcher reason = NOT_STARTED.matcher(String.valueOf(e.getMessage()));
      String text = reason.find() ? reason.group(1).toLowerCase(Locale.ROOT) : String.valueOf(e.getMessage());
      throw failure("fork/exec " + program + ": " + text, "");
    }
  }

  private Credentials answer(String program, Process process, String registry)
      throws IOException, InterruptedException {
    // Each on a thread, so that one that says nothing, or reads nothing, can be given up.
    Thread errors = start("errors", () -> copy(process.getErrorStream(), err));
    start("input", () -> tell(process, registry));
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    start("output", () -> read(process, answer));
    byte[] output;
    try {
      output = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failure("no answer from " + program + " within " + patience.toSeconds() + " s", "");
    } catch (ExecutionException e) {
      throw failure(e.getCause() instanceof IOException cause ? String.valueOf(cause.getMessage()) : e.toString(), "");
    }
    errors.join(ERRORS_PATIENCE);
    int code = process.exitValue();
    if (code == 0) {
      return DockerConfig.readHelperAnswer(output);
    }
    String said = new String(output, StandardCharsets.UTF_8).strip();
    if (said.equals(NOT_FOUND)) {
      return Credentials.none();
    }
    throw failure(COMPLAINTS.contains(said) ? said : "exit status " + code, said);
  }

  private static Thread start(String stream, Runnable work) {
    return Thread.ofPlatform().daemon().name("strake-credentials-" + stream).start(work);
  }

  private static IOException failure(String reason, String output) {
    return new IOException("error getting credentials - err: " + reason + ", out: `" + output + "`");
  }

  private static void tell(Process process, String registry) {
    try (OutputStream input = process.getOutputStream()) {
      input.write(registry.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It has ended, or wants to know nothing.
    }
  }

  /** Complete once the program has ended, too. */
  private static void read(Process process, CompletableFuture<byte[]> answer) {
    try {
      byte[] output = process.getInputStream().readNBytes(MAX_ANSWER_BYTES + 1);
      if (output.length > MAX_ANSWER_BYTES) {
        throw new IOException("its answer has more than " + MAX_ANSWER_BYTES + " bytes");
      }
      process.waitFor();
      answer.complete(output);
    } catch (IOException | InterruptedException e) {
      answer.completeExceptionally(e);
    }
  }

  private static void copy(InputStream from, PrintStream to) {
    byte[] step = new byte[STEP_BYTES];
    try {
      for (int length = from.read(step); length >= 0; length = from.read(step)) {
        to.write(step, 0, length);
        to.flush();
      }
    } catch (IOException e) {
      // The program is gone.
    }
  }
}
