package dev.strake.llb;

import java.util.List;

/**
 * A step of a graph that was marshalled before: its bytes, and so its digest, stay as they are.
 *
 * <p>Such vertices come from {@code Definition.toState()}.
 */
public final class LoadedVertex implements Vertex {
  private final String digest;
  private final byte[] bytes;
  private final List<Output> inputs;
  private final Constraints constraints;

  /**
   * @param bytes the marshalled op; handed over, not to be changed any more
   * @param inputs the vertices that the op's inputs name
   * @param constraints the metadata and the places; nothing else of them counts
   */
  public LoadedVertex(String digest, byte[] bytes, List<Output> inputs, Constraints constraints) {
    this.digest = digest;
    this.bytes = bytes;
    this.inputs = List.copyOf(inputs);
    this.constraints = constraints;
  }

  public String digest() {
    return digest;
  }

  /** The marshalled op; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  public List<Output> inputs() {
    return inputs;
  }

  @Override
  public Constraints constraints() {
    return constraints;
  }
}
