package dev.strake.frontend;

import dev.strake.frontend.port.GatewayPort.Attestation;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.port.GatewayPort.SolveResult;
import dev.strake.grammar.diagnostics.Diagnostic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a frontend call gives back: the tree of one platform, or a tree for each, with the image configurations and all
 * else that exporters need as metadata; for a subrequest, metadata only.
 *
 * @param single the tree, unless there is one for each platform; absent too where the tree is empty
 * @param multiple the trees by platform id, such as {@code linux/arm64}; absent for a platform whose tree is empty
 * @param metadata by the exporters' keys, such as {@code containerimage.config}
 * @param attestations statements about the trees, by platform id
 * @param diagnostics the warnings, in source order
 */
public record FrontendResult(
    Optional<Reference> single,
    Map<String, Optional<Reference>> multiple,
    Map<String, byte[]> metadata,
    Map<String, List<Attestation>> attestations,
    List<Diagnostic> diagnostics) {

  public FrontendResult {
    multiple = Collections.unmodifiableMap(new LinkedHashMap<>(multiple));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    attestations = Collections.unmodifiableMap(new LinkedHashMap<>(attestations));
    diagnostics = List.copyOf(diagnostics);
  }

  /** The result of another frontend's build, or of a graph. */
  public static FrontendResult of(SolveResult result) {
    return new FrontendResult(
        result.single(), result.multiple(), result.metadata(), result.attestations(), List.of());
  }

  /** A subrequest's answer. */
  static FrontendResult ofMetadata(Map<String, byte[]> metadata) {
    return new FrontendResult(Optional.empty(), Map.of(), metadata, Map.of(), List.of());
  }
}
