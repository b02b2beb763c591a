package dev.strake.bridge.session;

import java.nio.file.Path;

/**
 * Where a secret's value comes from. It is read when the daemon asks for it, and never shown.
 *
 * <pre>{@code
 * SessionSpec session =
 *     SessionSpec.builder()
 *         .secret("token", new SecretSource.File(Path.of("token.txt")))
 *         .secret("key", new SecretSource.Environment("API_KEY"))
 *         .build();
 * }</pre>
 */
public sealed interface SecretSource {

  /** A file of at most 500 KiB. */
  record File(Path path) implements SecretSource {}

  /** A variable of the session's {@link Surroundings}; one that is not set is an empty secret. */
  record Environment(String variable) implements SecretSource {}

  /** The value itself; not copied. */
  record Value(byte[] data) implements SecretSource {
    @Override
    public String toString() {
      return "Value[...]";
    }
  }
}
