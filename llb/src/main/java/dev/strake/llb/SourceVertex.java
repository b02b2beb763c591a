package dev.strake.llb;

import java.util.Map;
import java.util.Set;

/** Brings a tree from outside into the graph. */
public final class SourceVertex implements Vertex {
  private final String identifier;
  private final Map<String, String> attributes;
  private final Set<Capability> capabilities;
  private final String error;
  private final Constraints constraints;

  SourceVertex(
      String identifier,
      Map<String, String> attributes,
      Set<Capability> capabilities,
      String error,
      Constraints constraints) {
    this.identifier = identifier;
    this.attributes = Map.copyOf(attributes);
    this.capabilities = Set.copyOf(capabilities);
    this.error = error;
    this.constraints = constraints;
  }

  /** The scheme and what it means there, such as {@code docker-image://docker.io/library/alpine:latest}. */
  public String identifier() {
    return identifier;
  }

  public Map<String, String> attributes() {
    return attributes;
  }

  /** What the identifier and the attributes need. */
  public Set<Capability> capabilities() {
    return capabilities;
  }

  /** Why the source cannot be marshalled; empty where it can. */
  public String error() {
    return error;
  }

  @Override
  public Constraints constraints() {
    return constraints;
  }
}
