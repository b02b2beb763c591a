package dev.strake.llb;

import java.util.List;

/** Hands some of its inputs on as they are, once all of them are there. */
public final class PassthroughVertex implements Vertex {
  private final String id;
  private final List<Output> inputs;
  private final List<Integer> outputs;
  private final Constraints constraints;

  PassthroughVertex(String id, List<Output> inputs, List<Integer> outputs, Constraints constraints) {
    this.id = id;
    this.inputs = List.copyOf(inputs);
    this.outputs = List.copyOf(outputs);
    this.constraints = constraints;
  }

  /** What the step is for. */
  public String id() {
    return id;
  }

  public List<Output> inputs() {
    return inputs;
  }

  /** For each output the input that it is. */
  public List<Integer> outputs() {
    return outputs;
  }

  @Override
  public Constraints constraints() {
    return constraints;
  }
}
