package dev.strake.llb;

/** Builds the graph that a file of its input holds. */
public final class BuildVertex implements Vertex {
  private final Output source;
  private final String definitionFilename;
  private final Constraints constraints;

  BuildVertex(Output source, String definitionFilename, Constraints constraints) {
    this.source = source;
    this.definitionFilename = definitionFilename;
    this.constraints = constraints;
  }

  public Output source() {
    return source;
  }

  /** The file; empty for the daemon's default name. */
  public String definitionFilename() {
    return definitionFilename;
  }

  @Override
  public Constraints constraints() {
    return constraints;
  }
}
