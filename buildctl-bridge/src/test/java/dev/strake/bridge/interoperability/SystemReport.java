package dev.strake.bridge.interoperability;

import dev.strake.bridge.daemon.DaemonDirectories;
import dev.strake.bridge.host.Host;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Keeps a row for each {@link OtherSystem} in {@code target/interoperability.txt}: that it works, that it works as far
 * as it can be run here, or that it does not, and why. A test whose program is missing fails where a daemon is
 * required, and is skipped elsewhere; its row says so in any case.
 */
final class SystemReport
    implements BeforeEachCallback, AfterTestExecutionCallback, LifecycleMethodExecutionExceptionHandler {

  private static final Path FILE = Path.of("target", "interoperability.txt");
  private static final int NAME_WIDTH = 34;
  private static final int MAX_REASON = 160;
  private static final Map<String, Optional<String>> FAILURES = new ConcurrentHashMap<>();
  private static final Map<String, String> LIMITS = new ConcurrentHashMap<>();

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    OtherSystem system = system(context);
    LIMITS.put(system.name(), system.limits());
    List<String> missing = Stream.of(system.programs()).filter(program -> find(program).isEmpty()).toList();
    if (!missing.isEmpty()) {
      String reason = "missing: " + String.join(", ", missing) + " (`strake daemon install --tests` installs it)";
      record(system, Optional.of(reason));
      if (Boolean.getBoolean("require.daemon")) {
        Assertions.fail(reason);
      }
      throw new TestAbortedException(reason);
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) throws IOException {
    record(system(context), context.getExecutionException().map(SystemReport::firstLine));
  }

  /** What all tests of a class need could not be made: none of its systems works. */
  @Override
  public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
    Class<?> tests = context.getRequiredTestClass();
    for (AnnotatedElement element : Stream.concat(Stream.of(tests), Stream.of(tests.getDeclaredMethods())).toList()) {
      OtherSystem system = element.getAnnotation(OtherSystem.class);
      if (system != null) {
        record(system, Optional.of(firstLine(failure)));
      }
    }
    throw failure;
  }

  /** A program of this machine, or one that Strake has installed. */
  static Optional<Path> find(String program) {
    Host host = Host.current();
    return host.program(program, List.of(DaemonDirectories.of(host).bin()));
  }

  private static OtherSystem system(ExtensionContext context) {
    return Optional.ofNullable(context.getRequiredTestMethod().getAnnotation(OtherSystem.class))
        .orElseGet(() -> context.getRequiredTestClass().getAnnotation(OtherSystem.class));
  }

  private static String firstLine(Throwable failure) {
    String text = String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
    return failure.getClass().getSimpleName() + ": " + text.substring(0, Math.min(text.length(), MAX_REASON));
  }

  /** A test that fails counts for its whole system. */
  private static synchronized void record(OtherSystem system, Optional<String> failure) throws IOException {
    FAILURES.merge(system.name(), failure, (before, now) -> before.isPresent() ? before : now);
    StringBuilder rows = new StringBuilder();
    new TreeMap<>(FAILURES).forEach((name, reason) -> rows.append(row(name, reason)).append('\n'));
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, rows);
  }

  private static String row(String name, Optional<String> failure) {
    String limits = LIMITS.getOrDefault(name, "");
    String verdict =
        failure.isPresent()
            ? "not: " + failure.get()
            : limits.isEmpty() ? "works" : "works as far as it can be run here: " + limits;
    return ("%-" + NAME_WIDTH + "s %s").formatted(name, verdict);
  }
}
