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
  private final boolean debug;

  /** @param debug whether to show where in the program it failed, too */
  Failures(PrintStream err, boolean debug) {
    this.err = err;
    this.debug = debug;
  }

  void print(Exception failure) {
    if (failure instanceof DaemonException daemon) {
      daemon.sources().stream().map(SourceExcerpt::render).forEach(err::print);
    }
    err.println("error: " + reason(failure));
    if (debug) {
      failure.printStackTrace(err);
    }
  }

  /** Why, in the words that are printed. */
  static String reason(Exception failure) {
    Exception plain = failure instanceof UncheckedIOException io ? io.getCause() : failure;
    String message = Optional.ofNullable(plain.getMessage()).orElse(plain.toString());
    return plain instanceof IOException ? FileErrors.describe(plain) : message;
  }
}
