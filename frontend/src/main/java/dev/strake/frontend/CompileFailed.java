package dev.strake.frontend;

import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.SourceInfo;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.source.Utf8Escapes;
import java.util.List;
import java.util.Optional;

/**
 * The build cannot go on: there are errors in the Dockerfile or the options, or the daemon refused a call.
 *
 * <p>The message is the one that the reference's error has, wrapping and all. The diagnostics hold everything that was
 * found, in source order, and may be empty where only the daemon had something to say; the cause is then the
 * {@link GatewayException}.
 */
public final class CompileFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;
  private final transient Optional<SourceInfo> source;
  private final transient List<List<Diagnostic.LineRange>> places;

  private CompileFailed(
      String message,
      Optional<GatewayException> cause,
      List<Diagnostic> diagnostics,
      Optional<SourceInfo> source,
      List<List<Diagnostic.LineRange>> places) {
    super(message, cause.orElse(null));
    this.diagnostics = List.copyOf(diagnostics);
    this.source = source;
    this.places = List.copyOf(places);
  }

  /** The failure that these diagnostics, at least one of them an error, stand for. */
  public static CompileFailed of(List<Diagnostic> diagnostics) {
    Diagnostic first = diagnostics.stream().filter(Diagnostic::isError).findFirst().orElseThrow();
    return new CompileFailed(
        Utf8Escapes.replaced(first.message()), Optional.empty(), diagnostics, Optional.empty(), first.places());
  }

  /** A refusal of the daemon, with what the frontend was doing in front of its message; {@code doing} may be empty. */
  public static CompileFailed of(String doing, GatewayException cause) {
    String message = doing.isEmpty() ? cause.getMessage() : doing + ": " + cause.getMessage();
    return new CompileFailed(message, Optional.of(cause), List.of(), Optional.empty(), List.of());
  }

  /** The same failure, told to have happened in this file, at these lines where none are known yet. */
  public CompileFailed in(SourceInfo file, List<Diagnostic.LineRange> lines) {
    return new CompileFailed(
        getMessage(), gatewayCause(), diagnostics, Optional.of(file), places.isEmpty() ? List.of(lines) : places);
  }

  /** What the daemon said, where it was the daemon. */
  public Optional<GatewayException> gatewayCause() {
    return getCause() instanceof GatewayException gateway ? Optional.of(gateway) : Optional.empty();
  }

  /** All that was found, warnings too. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The file that the error is in, as the protocol's source detail carries it. */
  public Optional<SourceInfo> source() {
    return source;
  }

  /** The lines of the error, place for place; empty where it has no place. */
  public List<List<Diagnostic.LineRange>> places() {
    return places;
  }
}
