package dev.strake.bridge.control;

import dev.strake.bridge.error.DaemonException;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a connection could not be had, in the words of the operating system. */
final class Causes {

  /** Where gRPC knows no more. */
  static final String CLOSED = "the daemon has closed the connection";

  /** How the two ways to a daemon say that: see {@link Link}. */
  private static final List<String> CLOSED_ENDINGS =
      List.of(
          "Network closed for unknown reason",
          "the peer closed the connection",
          "Broken pipe",
          "Connection reset",
          "Connection reset by peer");

  private Causes() {}

  static String innermost(Throwable failure) {
    Optional<String> tls = TlsFailures.explain(failure);
    if (tls.isPresent()) {
      return tls.get();
    }
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String text = cause.getMessage() == null ? describe(cause) : cause.getMessage();
    if (isClosed(text)) {
      return CLOSED;
    }
    String plain = text.replaceFirst("^(finishConnect|connect)\\(\\.\\.\\) failed(?: with error\\(-\\d+\\))?: ", "");
    return cause instanceof SocketException && !plain.isEmpty()
        ? plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1)
        : plain;
  }

  /** A failure of a connection that stood, told without gRPC's words for it. */
  static DaemonException plainly(DaemonException failure) {
    boolean lost = isClosed(String.valueOf(failure.getMessage()));
    return lost ? new DaemonException(failure.kind(), CLOSED, failure.details(), failure) : failure;
  }

  private static boolean isClosed(String text) {
    return CLOSED_ENDINGS.stream().anyMatch(text::endsWith);
  }

  private static String describe(Throwable cause) {
    return switch (cause) {
      case FileNotFoundException e -> "no such file or directory";
      case ClosedChannelException e -> "the connection was closed";
      case ConnectException e -> "connection refused";
      default -> cause.getClass().getSimpleName();
    };
  }
}
