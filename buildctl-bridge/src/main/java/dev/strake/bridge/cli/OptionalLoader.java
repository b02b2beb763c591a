package dev.strake.bridge.cli;

import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.Session;
import java.io.IOException;
import java.util.Optional;

/** The loading that {@code --load} asks for, or none. */
final class OptionalLoader implements AutoCloseable {

  private final Session session;
  private final Optional<ImageLoader> loader;

  private OptionalLoader(Session session, Optional<ImageLoader> loader) {
    this.session = session;
    this.loader = loader;
  }

  static OptionalLoader start(boolean wanted, Session session) throws HostFailure, IOException, InterruptedException {
    return new OptionalLoader(session, wanted ? Optional.of(ImageLoader.start(session.host())) : Optional.empty());
  }

  Optional<ImageLoader> get() {
    return loader;
  }

  /** The build has succeeded. */
  void finish() throws HostFailure, IOException, InterruptedException {
    if (loader.isPresent()) {
      session.notice("loaded into " + loader.get().finish());
    }
  }

  @Override
  public void close() {
    loader.ifPresent(ImageLoader::close);
  }
}
