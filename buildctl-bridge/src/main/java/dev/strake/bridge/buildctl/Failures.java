package dev.strake.bridge.buildctl;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.SourceExcerpt;
import dev.strake.bridge.host.FileErrors;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Tells why a command failed: the places in the sources that are meant, and {@code error:} with the reason. */
final class Failures {

  private final PrintStream err;

  Failures(PrintStream err) {
    this.err = err;
  }

  void print(Exception failure) {
    if (failure instanceof DaemonException daemon) {
      daemon.sources().stream().map(SourceExcerpt::render).forEach(err::print);
    }
    err.println("error: " + reason(failure));
  }

  private static String reason(Exception failure) {
    Exception plain = failure instanceof UncheckedIOException io ? io.getCause() : failure;
    String message = Optional.ofNullable(plain.getMessage()).orElse(plain.toString());
    return plain instanceof IOException ? FileErrors.describe(plain) : message;
  }
}
