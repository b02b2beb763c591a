package dev.strake.bridge.image;

import dev.strake.bridge.host.FileTrees;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.rootfs.BusyboxRootfs;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives test classes the run's one {@link Frontend}: built when first asked for, shared by all classes. */
final class FrontendImageExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(FrontendImageExtension.class);

  /**
   * The image in use.
   *
   * @param base a root file system with busybox
   * @param registry has the image under any name
   */
  record Frontend(TestDaemon daemon, Path folder, Path base, FrontendImage image, LayoutRegistry registry)
      implements AutoCloseable {

    private static Frontend build(TestDaemon daemon) {
      try {
        Path folder = Files.createTempDirectory("strake-frontend");
        Host host = new Host(Map.of("XDG_CACHE_HOME", folder.toString()), folder, true);
        Path base = new BusyboxRootfs(host, line -> {}).prepare();
        FrontendImage image = FrontendImage.build(daemon.address(), folder, base.resolve("bin/busybox"));
        return new Frontend(daemon, folder, base, image, new LayoutRegistry(image.layout(), image.manifest()));
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("the frontend image cannot be built", e);
      }
    }

    @Override
    public void close() throws IOException {
      registry.close();
      FileTrees.delete(folder);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Frontend.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestDaemon daemon = DaemonExtension.daemon(context);
    // The root store closes what it holds when the run ends.
    return context.getRoot().getStore(NAMESPACE)
        .computeIfAbsent(Frontend.class, key -> Frontend.build(daemon), Frontend.class);
  }
}
