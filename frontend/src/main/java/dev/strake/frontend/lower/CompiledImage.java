package dev.strake.frontend.lower;

import dev.strake.frontend.lower.image.ImageConfig;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An image, compiled for one platform: what to build, and what to say about it.
 *
 * @param state the file system
 * @param marshalOptions what {@code state} and the trees of {@code sbom} are to be marshalled with
 * @param config the image's configuration
 * @param baseConfig the configuration of the base image; absent where the image has none
 * @param epoch what {@code SOURCE_DATE_EPOCH} came to; absent where it is not set
 * @param sbom what a software bill of materials has to look at
 * @param ignoreCache whether any stage of it runs again whatever the cache holds
 */
public record CompiledImage(
    State state,
    MarshalOptions marshalOptions,
    ImageConfig config,
    Optional<ImageConfig> baseConfig,
    Optional<Instant> epoch,
    SbomTargets sbom,
    boolean ignoreCache) {

  /**
   * The graph to solve.
   *
   * @throws dev.strake.llb.marshal.MarshalException if a part of the state is in error
   * @throws dev.strake.llb.go.TooLargeException if it has more bytes than the options allow
   */
  public Definition definition() {
    return Marshaller.marshal(state, marshalOptions);
  }

  /**
   * What a software bill of materials has to look at.
   *
   * @param core the image itself
   * @param extras further file systems by name: {@code context}, or a stage's
   */
  public record SbomTargets(State core, Map<String, State> extras) {}
}
