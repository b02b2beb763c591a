package dev.strake.bridge.control;

import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a connection could not be secured, in words for people. */
final class TlsFailures {

  private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

  private TlsFailures() {}

  /** Absent where the failure is none of TLS. */
  static Optional<String> explain(Throwable failure) {
    Optional<String> best = Optional.empty();
    for (Throwable cause = failure; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
      Optional<String> said = explainOne(cause);
      // The innermost knows best.
      best = said.isPresent() ? said : best;
    }
    return best;
  }

  private static Optional<String> explainOne(Throwable cause) {
    return switch (cause) {
      case CertPathBuilderException e ->
          Optional.of("the daemon's certificate is signed by no authority that is trusted here");
      case CertPathValidatorException e -> Optional.of("the daemon's certificate is not valid: " + e.getMessage());
      case CertificateException e ->
          Optional.of("the daemon's certificate is for another name: " + withoutFullStop(e.getMessage()));
      case NotSslRecordException e -> Optional.of("the daemon does not speak TLS");
      case SSLException e -> alert(e);
      default -> Optional.empty();
    };
  }

  private static Optional<String> alert(SSLException failure) {
    Matcher alert = ALERT.matcher(String.valueOf(failure.getMessage()));
    if (!alert.find()) {
      return Optional.empty();
    }
    return switch (alert.group(1)) {
      case "certificate_required", "bad_certificate", "unknown_ca", "certificate_unknown" ->
          Optional.of("the daemon wants a client certificate, or another one (" + alert.group(1) + ")");
      default -> Optional.of("the daemon refuses the connection (" + alert.group(1) + ")");
    };
  }

  private static String withoutFullStop(@Nullable String message) {
    String text = String.valueOf(message);
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
