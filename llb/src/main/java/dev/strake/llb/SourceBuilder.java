package dev.strake.llb;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects a source's attributes and what they need. Not thread-safe. */
final class SourceBuilder {
  private final Map<String, String> attributes = new HashMap<>();
  private final Set<Capability> capabilities;

  SourceBuilder() {
    this.capabilities = EnumSet.noneOf(Capability.class);
  }

  SourceBuilder(Capability capability) {
    this.capabilities = EnumSet.of(capability);
  }

  /** Sets an attribute unless the value is empty. */
  SourceBuilder attribute(String name, String value) {
    if (!value.isEmpty()) {
      attributes.put(name, value);
    }
    return this;
  }

  /** Sets an attribute unless the value is empty, with what it needs. */
  SourceBuilder attribute(String name, String value, Capability capability) {
    return attribute(name, value).require(!value.isEmpty(), capability);
  }

  SourceBuilder flag(String name, boolean value, Capability capability) {
    return attribute(name, value ? "true" : "", capability);
  }

  SourceBuilder require(boolean needed, Capability capability) {
    if (needed) {
      capabilities.add(capability);
    }
    return this;
  }

  /** The attributes of a fetched file. */
  SourceBuilder file(FileInfo file) {
    attribute("http.filename", file.filename());
    attribute("http.perm", file.perm() == 0 ? "" : "0" + Integer.toOctalString(file.perm()));
    attribute("http.uid", file.uid() == 0 ? "" : Integer.toString(file.uid()));
    return attribute("http.gid", file.gid() == 0 ? "" : Integer.toString(file.gid()));
  }

  SourceBuilder store(OciStore store) {
    return attribute("oci.session", store.sessionId()).attribute("oci.store", store.storeId());
  }

  State build(String identifier, Constraints constraints) {
    return build(identifier, "", constraints);
  }

  /** @param error why the source cannot be marshalled; empty where it can */
  State build(String identifier, String error, Constraints constraints) {
    SourceVertex vertex = new SourceVertex(identifier, attributes, capabilities, error, constraints);
    Optional<Platform> platform = constraints.platform();
    return State.of(new Output.OfVertex(vertex, 0, platform));
  }
}
