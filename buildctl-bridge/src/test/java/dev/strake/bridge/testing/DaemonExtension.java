package dev.strake.bridge.testing;

import dev.strake.bridge.host.HostFailure;
import java.io.IOException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives test classes and methods the run's one {@link TestDaemon}: started when first asked for, shared by all classes,
 * stopped at the end of the run.
 *
 * <p>Where none can be started the test is skipped, with the reason on standard error; with {@code
 * -Drequire.daemon=true}
 * it fails.
 */
public final class DaemonExtension implements BeforeAllCallback, ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(DaemonExtension.class);

  /** Skips here: what a parameter's resolution throws counts as an error. */
  @Override
  public void beforeAll(ExtensionContext context) {
    daemon(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDaemon.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return daemon(context);
  }

  /** The run's one daemon, for extensions that use it. */
  public static TestDaemon daemon(ExtensionContext context) {
    // The root store closes what it holds when the run ends.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Started.class, key -> start(""), Started.class)
        .daemonOrSkip();
  }

  /**
   * Starts one more daemon, which the caller closes, with these settings of buildkitd; where that is impossible,
   * skips or
   * fails as for the shared one.
   */
  public static TestDaemon startAnother(String buildkitdSettings) {
    return start(buildkitdSettings).daemonOrSkip();
  }

  private static Started start(String buildkitdSettings) {
    try {
      return new Running(TestDaemon.start(buildkitdSettings));
    } catch (HostFailure e) {
      return new Impossible(e.getMessage() + e.diagnostic().help().map(help -> " (" + help + ")").orElse(""));
    } catch (IOException e) {
      return new Impossible(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Impossible("interrupted");
    }
  }

  /** The one try to start a daemon: a failed one is not repeated for each test. */
  private sealed interface Started extends AutoCloseable {
    TestDaemon daemonOrSkip();

    @Override
    void close();
  }

  private record Running(TestDaemon daemon) implements Started {
    @Override
    public TestDaemon daemonOrSkip() {
      return daemon;
    }

    @Override
    public void close() {
      daemon.close();
    }
  }

  private record Impossible(String reason) implements Started {
    @Override
    public TestDaemon daemonOrSkip() {
      if (Boolean.getBoolean("require.daemon")) {
        return Assertions.fail("a daemon is required: " + reason);
      }
      System.err.println("SKIPPED, no daemon: " + reason);
      throw new TestAbortedException("no daemon: " + reason);
    }

    @Override
    public void close() {}
  }
}
