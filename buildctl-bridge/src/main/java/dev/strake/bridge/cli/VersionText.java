package dev.strake.bridge.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {

  @Override
  public String[] getVersion() {
    Optional<String> version = Optional.ofNullable(VersionText.class.getPackage().getImplementationVersion());
    return new String[] {"strake " + version.orElse("(built from classes)")};
  }
}
