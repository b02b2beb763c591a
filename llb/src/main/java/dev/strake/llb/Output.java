package dev.strake.llb;

import java.util.Optional;

/** A tree that a vertex gives, or will give. */
public sealed interface Output {

  /** The platform that is known to the vertex's maker; empty where none is. */
  Optional<Platform> platform();

  /**
   * One of a vertex's outputs.
   *
   * @param index which one, from 0
   */
  record OfVertex(Vertex vertex, int index, Optional<Platform> platform) implements Output {}

  /** A tree that is told only when the graph is marshalled. */
  record Late(Placeholder placeholder) implements Output {
    @Override
    public Optional<Platform> platform() {
      return Optional.empty();
    }
  }
}
