package dev.strake.bridge.cli;

import dev.strake.bridge.host.Host;
import dev.strake.bridge.option.SecretOptions;
import dev.strake.bridge.session.SecretSource;
import dev.strake.bridge.session.SessionSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads {@code --secret}, and looks whether what it names is there before a step asks for it. */
final class SecretOption {

  private static final String OPTION = "--secret";
  private static final String FORM = "write --secret id=ID,src=FILE or --secret id=ID,env=VARIABLE";

  private final Host host;
  private final SecretOptions secrets;

  SecretOption(Host host, Path folder) {
    this.host = host;
    this.secrets = new SecretOptions(host.environment(), folder);
  }

  void addTo(SessionSpec.Builder session, String text) {
    OptionValues.read(OPTION, text, given -> secrets.parse(List.of(given)))
        .forEach(
            (id, source) -> {
              requireThere(source);
              session.secret(id, source);
            });
  }

  private void requireThere(SecretSource source) {
    switch (source) {
      case SecretSource.Environment(String variable) -> {
        if (!host.environment().containsKey(variable)) {
          throw new UsageException(OPTION + ": the variable " + variable + " is not set", FORM);
        }
      }
      case SecretSource.File(Path file) -> {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
          throw new UsageException(OPTION + ": cannot read the file " + file, FORM);
        }
      }
      case SecretSource.Value value -> {}
    }
  }
}
