package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.Flag;
import dev.strake.bridge.buildctl.command.Flag.Kind;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.Session;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.text.DefinitionDot;
import dev.strake.llb.text.DefinitionJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** {@code debug dump-llb}: prints a graph. */
final class DumpLlbAction {

  private static final String DOT = "dot";
  private static final String STANDARD_INPUT = "-";

  private DumpLlbAction() {}

  static CommandSpec spec(Session session) {
    return CommandSpec.of(
            "dump-llb",
            "print LLB, from a file or standard input; needs no daemon",
            List.of(Flag.of(Kind.SWITCH, DOT, "as a graph for Graphviz")),
            parsed -> run(session, parsed))
        .withArguments("<llbfile>");
  }

  private static void run(Session session, ParsedCommand parsed) throws IOException {
    String file = parsed.arguments().isEmpty() ? STANDARD_INPUT : parsed.arguments().getFirst();
    Definition graph;
    try {
      graph = Definition.fromBytes(read(session, file.isEmpty() ? STANDARD_INPUT : file));
      if (parsed.flags().on(DOT)) {
        session.streams().out().print(DefinitionDot.print(graph));
      } else {
        DefinitionJson.lines(graph).forEach(line -> session.streams().out().print(line + "\n"));
      }
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] read(Session session, String file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return session.streams().in().readAllBytes();
    }
    try {
      return Files.readAllBytes(session.folder().resolve(file));
    } catch (IOException e) {
      throw new CommandException("open " + FileErrors.describe(e, file));
    }
  }
}
