package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.expand.Expander;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code RUN}.
 *
 * @param mountFlags the mounts, variables not expanded
 */
public record RunCommand(
    Statement statement,
    CommandLine commandLine,
    List<MountFlag> mountFlags,
    NetworkMode network,
    SecurityMode security,
    List<Device> devices)
    implements Command {
  public RunCommand {
    mountFlags = List.copyOf(mountFlags);
    devices = List.copyOf(devices);
  }

  /** The mounts, with their variables expanded. */
  public Outcome<List<Mount>> mounts(Expander expander) {
    List<Mount> mounts = new ArrayList<>(mountFlags.size());
    for (MountFlag flag : mountFlags) {
      switch (new MountParser(flag, expander).parse()) {
        case Outcome.Success<Mount>(Mount mount) -> mounts.add(mount);
        case Outcome.Failure<Mount>(Problem problem) -> {
          return Outcome.failure(problem);
        }
      }
    }
    return Outcome.success(mounts);
  }
}
