package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.host.Streams;
import dev.strake.llb.marshal.Definition;
import java.io.IOException;

/** Reads LLB from standard input. */
final class StandardInputGraph {

  private StandardInputGraph() {}

  static Definition read(Streams streams) throws IOException {
    if (streams.inIsDevice()) {
      throw new CommandException("please specify --frontend or pipe LLB definition to stdin");
    }
    Definition graph;
    try {
      graph = Definition.fromBytes(streams.in().readAllBytes());
    } catch (IllegalArgumentException e) {
      throw new CommandException("failed to parse input: " + e.getMessage());
    }
    if (graph.isEmpty()) {
      throw new CommandException("empty definition sent to build. Specify --frontend instead?");
    }
    return graph;
  }
}
