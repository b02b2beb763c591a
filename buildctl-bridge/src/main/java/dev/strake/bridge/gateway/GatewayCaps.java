package dev.strake.bridge.gateway;

import dev.strake.bridge.proto.apicaps.APICap;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayException.Kind;
import dev.strake.llb.Capability;
import dev.strake.llb.CapabilitySet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the daemon's gateway can do, by the capabilities' ids, and the refusal of what it cannot. */
final class GatewayCaps {

  static final Feature EVALUATE = new Feature("gateway.evaluate", "gateway evaluate");
  static final Feature EVALUATE_IN_SOLVE = new Feature("gateway.solve.evaluate", "gateway evaluate solve");
  static final Feature FRONTEND_INPUTS = new Feature("frontend.inputs", "frontend inputs");
  static final Feature READ_DIR = new Feature("readdir", "read static directory");
  static final Feature REFERENCE_ARRAY = new Feature("proto.refarray", "wire format ref arrays");
  static final Feature REFERENCE_OUTPUT = new Feature("reference.output", "reference output");
  static final Feature RETURN_MAP = new Feature("returnmap", "return reference map");
  static final Feature SOURCE_META_RESOLVER = new Feature("source.metaresolver", "source meta resolver");
  static final Feature STAT_FILE = new Feature("statfile", "stat a file");

  /** What a daemon can do that is older than the announcing of capabilities. */
  private static final List<String> BEFORE_ANNOUNCING =
      List.of("solve.base", "solve.inlinereturn", "resolveimage", "readfile");

  private static final List<Capability> SOLVER_BEFORE_ANNOUNCING =
      List.of(
          Capability.SOURCE_IMAGE, Capability.SOURCE_LOCAL, Capability.SOURCE_LOCAL_UNIQUE,
          Capability.SOURCE_LOCAL_SESSION_ID, Capability.SOURCE_LOCAL_INCLUDE_PATTERNS,
          Capability.SOURCE_LOCAL_FOLLOW_PATHS, Capability.SOURCE_LOCAL_EXCLUDE_PATTERNS,
          Capability.SOURCE_LOCAL_SHARED_KEY_HINT, Capability.SOURCE_GIT, Capability.SOURCE_GIT_KEEP_DIR,
          Capability.SOURCE_GIT_FULL_URL, Capability.SOURCE_HTTP, Capability.SOURCE_HTTP_CHECKSUM,
          Capability.SOURCE_HTTP_PERM, Capability.SOURCE_HTTP_UID_GID, Capability.BUILD_OP_LLB_FILE_NAME,
          Capability.EXEC_META_BASE, Capability.EXEC_META_PROXY, Capability.EXEC_MOUNT_BIND,
          Capability.EXEC_MOUNT_CACHE, Capability.EXEC_MOUNT_CACHE_SHARING, Capability.EXEC_MOUNT_SELECTOR,
          Capability.EXEC_MOUNT_TMPFS, Capability.EXEC_MOUNT_SECRET, Capability.CONSTRAINTS, Capability.PLATFORM,
          Capability.META_IGNORE_CACHE, Capability.META_DESCRIPTION, Capability.META_EXPORT_CACHE);

  private final CapabilitySet announced;
  private final String product;

  private GatewayCaps(CapabilitySet announced, String product) {
    this.announced = announced;
    this.product = product;
  }

  /**
   * A part of the gateway that older daemons lack.
   *
   * @param name the reference's name for it
   */
  record Feature(String id, String name) {}

  /** @param product the product that exports the result; empty where not told */
  static GatewayCaps of(List<APICap> announced, String product) {
    return new GatewayCaps(announced.isEmpty() ? enabled(BEFORE_ANNOUNCING) : set(announced), product);
  }

  /** What the daemon's solver can do. */
  static CapabilitySet solver(List<APICap> announced) {
    return announced.isEmpty()
        ? enabled(SOLVER_BEFORE_ANNOUNCING.stream().map(Capability::id).toList())
        : set(announced);
  }

  private static CapabilitySet enabled(List<String> ids) {
    return CapabilitySet.of(Set.copyOf(ids));
  }

  private static CapabilitySet set(List<APICap> announced) {
    Map<String, CapabilitySet.State> states = HashMap.newHashMap(announced.size());
    for (APICap cap : announced) {
      states.put(cap.getId(), new CapabilitySet.State(cap.getEnabled(), cap.getDisabledReasonMsg()));
    }
    return CapabilitySet.ofStates(states);
  }

  CapabilitySet announced() {
    return announced;
  }

  boolean supports(Feature feature) {
    return announced.supports(feature.id);
  }

  /** @throws GatewayException with the reference's sentence where the daemon cannot do this */
  void require(Feature feature) {
    if (supports(feature)) {
      return;
    }
    CapabilitySet.State state = announced.states().get(feature.id);
    String why =
        state == null
            ? " is not supported by build server, please update " + product
            : " has been disabled on the build server"
                + (state.disabledReason().isEmpty() ? "" : ": " + state.disabledReason());
    throw new GatewayException(
        Kind.UNIMPLEMENTED, "requested experimental feature " + feature.id + " (" + feature.name + ")" + why);
  }
}
