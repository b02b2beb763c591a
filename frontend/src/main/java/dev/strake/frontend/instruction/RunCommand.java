package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.expand.Expander;
import dev.strake.llb.SecurityMode;
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
    RunNetwork network,
    SecurityMode security,
    List<Device> devices)
    implements Command {
  public RunCommand {
    mountFlags = List.copyOf(mountFlags);
    devices = List.copyOf(devices);
  }

  /** The mounts, with their variables expanded. */
  public Outcome<List<RunMount>> mounts(Expander expander) {
    List<RunMount> mounts = new ArrayList<>(mountFlags.size());
    for (MountFlag flag : mountFlags) {
      switch (new MountParser(flag, expander).parse()) {
        case Outcome.Success<RunMount>(RunMount mount) -> mounts.add(mount);
        case Outcome.Failure<RunMount>(Problem problem) -> {
          return Outcome.failure(problem);
        }
      }
    }
    return Outcome.success(mounts);
  }
}
