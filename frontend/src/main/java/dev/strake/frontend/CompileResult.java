package dev.strake.frontend;

import dev.strake.frontend.lower.CompiledImage;
import dev.strake.grammar.diagnostics.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What compiling a Dockerfile has come to.
 *
 * @param image absent where there are errors
 * @param diagnostics the warnings and the errors, in the order in which they were found
 */
public record CompileResult(Optional<CompiledImage> image, List<Diagnostic> diagnostics) {

  public CompileResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * The image.
   *
   * @throws CompileFailed where there are errors
   */
  public CompiledImage orElseThrow() {
    return image.orElseThrow(() -> CompileFailed.of(diagnostics));
  }
}
