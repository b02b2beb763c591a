package dev.strake.bridge.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"strake " + version().orElse("(built from classes)")};
  }

  /** The version; absent where the program does not run from its jar. */
  static Optional<String> version() {
    return Optional.ofNullable(VersionText.class.getPackage().getImplementationVersion());
  }
}
