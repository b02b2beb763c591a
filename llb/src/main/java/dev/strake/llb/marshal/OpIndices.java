package dev.strake.llb.marshal;

import dev.strake.llb.pb.BuildInput;
import dev.strake.llb.pb.ExecOp;
import dev.strake.llb.pb.FileAction;
import dev.strake.llb.pb.FileOp;
import dev.strake.llb.pb.MergeInput;
import dev.strake.llb.pb.Mount;
import dev.strake.llb.pb.MountType;
import dev.strake.llb.pb.Op;
import java.util.ArrayList;
import java.util.List;

/** The numbers in an op that stand for its inputs and outputs. Not thread-safe. */
final class OpIndices {
  private static final int NONE = -1;

  private final List<String> problems = new ArrayList<>();

  private OpIndices() {}

  /** How many outputs an op has. */
  static int outputs(Op op) {
    return switch (op.getOpCase()) {
      case EXEC -> (int) op.getExec().getMountsList().stream().filter(OpIndices::hasOutput).count();
      case FILE -> (int) op.getFile().getActionsList().stream().filter(each -> each.getOutput() != NONE).count();
      case PASSTHROUGH -> op.getPassthrough().getOutputsCount();
      case SOURCE, BUILD, MERGE, DIFF -> 1;
      case OP_NOT_SET -> 0;
    };
  }

  private static boolean hasOutput(Mount mount) {
    // These two kinds have the number 0 without an output.
    boolean kind = mount.getMountType() == MountType.SECRET || mount.getMountType() == MountType.SSH;
    return !kind && mount.getOutput() != NONE;
  }

  /** What is out of range. */
  static List<String> problems(Op op) {
    OpIndices indices = new OpIndices();
    int inputs = op.getInputsCount();
    switch (op.getOpCase()) {
      case EXEC -> indices.exec(op.getExec(), inputs);
      case FILE -> indices.file(op.getFile(), inputs);
      case MERGE -> {
        for (MergeInput input : op.getMerge().getInputsList()) {
          indices.range("merge input", input.getInput(), 0, inputs);
        }
      }
      case DIFF -> {
        indices.range("lower input", op.getDiff().getLower().getInput(), NONE, inputs);
        indices.range("upper input", op.getDiff().getUpper().getInput(), NONE, inputs);
      }
      case BUILD -> {
        for (BuildInput input : op.getBuild().getInputsMap().values()) {
          indices.range("build input", input.getInput(), 0, inputs);
        }
      }
      case PASSTHROUGH -> {
        for (long output : op.getPassthrough().getOutputsList()) {
          indices.range("passthrough output", output, 0, inputs);
        }
      }
      case SOURCE -> indices.range("number of inputs", inputs, 0, 1);
      case OP_NOT_SET -> { }
    }
    return indices.problems;
  }

  private void range(String what, long index, int from, int to) {
    if (index < from || index >= to) {
      problems.add(what + " " + index + " is out of range");
    }
  }

  private void exec(ExecOp exec, int inputs) {
    long next = 0;
    for (Mount mount : exec.getMountsList()) {
      range("input of mount " + mount.getDest(), mount.getInput(), NONE, inputs);
      if (hasOutput(mount) && mount.getOutput() != next++) {
        problems.add("output " + mount.getOutput() + " of mount " + mount.getDest() + " is out of order");
      }
    }
  }

  private void file(FileOp file, int inputs) {
    long next = 0;
    for (int i = 0; i < file.getActionsCount(); i++) {
      FileAction action = file.getActions(i);
      range("input of action " + i, action.getInput(), NONE, inputs + i);
      range("secondary input of action " + i, action.getSecondaryInput(), NONE, inputs + i);
      if (action.getOutput() != NONE && action.getOutput() != next++) {
        problems.add("output " + action.getOutput() + " of action " + i + " is out of order");
      }
    }
    if (next == 0) {
      problems.add("no output");
    }
  }
}
