package dev.strake.llb.marshal;

import dev.strake.llb.Capability;
import dev.strake.llb.Platform;
import dev.strake.llb.SourceVertex;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.SourceOp;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes sources. */
final class SourceBody {
  private static final String LOCAL = "local://";
  private static final String SESSION = "local.session";
  private static final String UNIQUE = "local.unique";

  private SourceBody() {}

  static OpHead write(SourceVertex vertex, Graph graph, WireWriter out) {
    if (!vertex.error().isEmpty()) {
      throw new MarshalException(vertex.error(), vertex.constraints().locations());
    }
    String identifier = vertex.identifier();
    if (identifier.isEmpty()) {
      throw new MarshalException("source identifier can't be empty", vertex.constraints().locations());
    }
    Map<String, String> attributes = vertex.attributes();
    Set<Capability> capabilities = vertex.capabilities();
    if (identifier.startsWith(LOCAL) && !attributes.containsKey(SESSION)) {
      attributes = new HashMap<>(attributes);
      attributes.put(UNIQUE, graph.localUniqueId(vertex.constraints()));
      capabilities = EnumSet.copyOf(capabilities);
      capabilities.add(Capability.SOURCE_LOCAL_UNIQUE);
    }
    out.string(SourceOp.IDENTIFIER_FIELD_NUMBER, identifier);
    StringMaps.write(SourceOp.ATTRS_FIELD_NUMBER, attributes, out);
    Platform platform = graph.platform(vertex.constraints(), Optional.empty());
    Optional<Platform> written = hasPlatform(identifier) ? Optional.of(platform) : Optional.empty();
    return new OpHead(Op.SOURCE_FIELD_NUMBER, List.of(), written, capabilities);
  }

  private static boolean hasPlatform(String identifier) {
    return identifier.startsWith("docker-image://") || identifier.startsWith("oci-layout://");
  }
}
