package dev.strake.llb.marshal;

import dev.strake.llb.Capability;
import dev.strake.llb.CopyOptions;
import dev.strake.llb.CopySource;
import dev.strake.llb.FileAction;
import dev.strake.llb.FileVertex;
import dev.strake.llb.Owner;
import dev.strake.llb.State;
import dev.strake.llb.go.GoPath;
import dev.strake.llb.pb.ChownOpt;
import dev.strake.llb.pb.FileActionCopy;
import dev.strake.llb.pb.FileActionMkDir;
import dev.strake.llb.pb.FileActionMkFile;
import dev.strake.llb.pb.FileActionRm;
import dev.strake.llb.pb.FileActionSymlink;
import dev.strake.llb.pb.FileOp;
import dev.strake.llb.pb.NamedUserOpt;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.UserOpt;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Writes file ops. */
final class FileBody {
  private static final int NO_OUTPUT = -1;
  private static final int UNCHANGED = -1;
  private static final int PERMISSIONS = 0777;
  private static final long NANOS = 1_000_000_000;

  private final WireWriter out;

  private FileBody(WireWriter out) {
    this.out = out;
  }

  static OpHead write(FileVertex vertex, Graph graph, WireWriter out) {
    if (vertex.actions().isEmpty()) {
      throw new MarshalException("action is required", vertex.constraints().locations());
    }
    FilePlan plan = FilePlan.of(vertex, graph);
    List<Input> inputs = plan.inputs();
    FileBody body = new FileBody(out);
    for (int i = 0; i < plan.steps().size(); i++) {
      boolean last = i + 1 == plan.steps().size();
      body.write(plan.steps().get(i), inputs.size(), last ? 0 : NO_OUTPUT);
    }
    // What a single copy or symlink needs beyond this is not declared by the reference either.
    return new OpHead(Op.FILE_FIELD_NUMBER, inputs, Optional.empty(), EnumSet.of(Capability.FILE_BASE));
  }

  private void write(FilePlan.Step step, int inputs, int output) {
    int message = out.begin(FileOp.ACTIONS_FIELD_NUMBER);
    out.int64(dev.strake.llb.pb.FileAction.INPUT_FIELD_NUMBER, step.input().index(inputs));
    out.int64(dev.strake.llb.pb.FileAction.SECONDARYINPUT_FIELD_NUMBER, step.secondary().index(inputs));
    out.int64(dev.strake.llb.pb.FileAction.OUTPUT_FIELD_NUMBER, output);
    String dir = step.state().dir();
    switch (step.action()) {
      case FileAction.Copy copy -> write(copy, dir, step.base());
      case FileAction.Mkfile mkfile -> write(mkfile, dir, step.base());
      case FileAction.Mkdir mkdir -> write(mkdir, dir, step.base());
      case FileAction.Rm rm -> write(rm, dir);
      case FileAction.Symlink symlink -> write(symlink, step.base());
    }
    out.end(message);
  }

  private void write(FileAction.Copy copy, String dir, int base) {
    CopyOptions options = copy.options();
    int message = out.begin(dev.strake.llb.pb.FileAction.COPY_FIELD_NUMBER);
    out.string(FileActionCopy.SRC_FIELD_NUMBER, sourcePath(copy));
    out.string(FileActionCopy.DEST_FIELD_NUMBER, destination(dir, copy.dest()));
    owner(FileActionCopy.OWNER_FIELD_NUMBER, options.owner(), base);
    if (options.modeString().isEmpty()) {
      out.int64(FileActionCopy.MODE_FIELD_NUMBER, options.mode().orElse(UNCHANGED));
    }
    out.bool(FileActionCopy.FOLLOWSYMLINK_FIELD_NUMBER, options.followSymlinks());
    out.bool(FileActionCopy.DIRCOPYCONTENTS_FIELD_NUMBER, options.dirContentsOnly());
    out.bool(FileActionCopy.ATTEMPTUNPACKDOCKERCOMPATIBILITY_FIELD_NUMBER, options.attemptUnpack());
    out.bool(FileActionCopy.CREATEDESTPATH_FIELD_NUMBER, options.createDestPath());
    out.bool(FileActionCopy.ALLOWWILDCARD_FIELD_NUMBER, options.allowWildcard());
    out.bool(FileActionCopy.ALLOWEMPTYWILDCARD_FIELD_NUMBER, options.allowEmptyWildcard());
    out.int64(FileActionCopy.TIMESTAMP_FIELD_NUMBER, nanos(options.createdTime()));
    strings(FileActionCopy.INCLUDE_PATTERNS_FIELD_NUMBER, options.includePatterns());
    strings(FileActionCopy.EXCLUDE_PATTERNS_FIELD_NUMBER, options.excludePatterns());
    out.bool(FileActionCopy.ALWAYSREPLACEEXISTINGDESTPATHS_FIELD_NUMBER, options.alwaysReplaceExistingDestPaths());
    out.string(FileActionCopy.MODESTR_FIELD_NUMBER, options.modeString());
    strings(FileActionCopy.REQUIRED_PATHS_FIELD_NUMBER, options.requiredPaths());
    out.end(message);
  }

  private void write(FileAction.Mkfile mkfile, String dir, int base) {
    int message = out.begin(dev.strake.llb.pb.FileAction.MKFILE_FIELD_NUMBER);
    out.string(FileActionMkFile.PATH_FIELD_NUMBER, absolute(dir, mkfile.path()));
    out.int64(FileActionMkFile.MODE_FIELD_NUMBER, mkfile.mode() & PERMISSIONS);
    out.bytes(FileActionMkFile.DATA_FIELD_NUMBER, mkfile.data());
    owner(FileActionMkFile.OWNER_FIELD_NUMBER, mkfile.owner(), base);
    out.int64(FileActionMkFile.TIMESTAMP_FIELD_NUMBER, nanos(mkfile.createdTime()));
    out.end(message);
  }

  private void write(FileAction.Mkdir mkdir, String dir, int base) {
    int message = out.begin(dev.strake.llb.pb.FileAction.MKDIR_FIELD_NUMBER);
    out.string(FileActionMkDir.PATH_FIELD_NUMBER, absolute(dir, mkdir.path()));
    out.int64(FileActionMkDir.MODE_FIELD_NUMBER, mkdir.mode() & PERMISSIONS);
    out.bool(FileActionMkDir.MAKEPARENTS_FIELD_NUMBER, mkdir.makeParents());
    owner(FileActionMkDir.OWNER_FIELD_NUMBER, mkdir.owner(), base);
    out.int64(FileActionMkDir.TIMESTAMP_FIELD_NUMBER, nanos(mkdir.createdTime()));
    out.end(message);
  }

  private void write(FileAction.Rm rm, String dir) {
    int message = out.begin(dev.strake.llb.pb.FileAction.RM_FIELD_NUMBER);
    out.string(FileActionRm.PATH_FIELD_NUMBER, absolute(dir, rm.path()));
    out.bool(FileActionRm.ALLOWNOTFOUND_FIELD_NUMBER, rm.allowNotFound());
    out.bool(FileActionRm.ALLOWWILDCARD_FIELD_NUMBER, rm.allowWildcard());
    out.end(message);
  }

  private void write(FileAction.Symlink symlink, int base) {
    int message = out.begin(dev.strake.llb.pb.FileAction.SYMLINK_FIELD_NUMBER);
    out.string(FileActionSymlink.OLDPATH_FIELD_NUMBER, symlink.oldPath());
    out.string(FileActionSymlink.NEWPATH_FIELD_NUMBER, symlink.newPath());
    owner(FileActionSymlink.OWNER_FIELD_NUMBER, symlink.owner(), base);
    out.int64(FileActionSymlink.TIMESTAMP_FIELD_NUMBER, nanos(symlink.createdTime()));
    out.end(message);
  }

  private void strings(int field, List<String> values) {
    for (String value : values) {
      out.element(field, value);
    }
  }

  private void owner(int field, Optional<Owner> owner, int base) {
    if (owner.isEmpty()) {
      return;
    }
    int message = out.begin(field);
    owner.get().user().ifPresent(user -> id(ChownOpt.USER_FIELD_NUMBER, user, base));
    owner.get().group().ifPresent(group -> id(ChownOpt.GROUP_FIELD_NUMBER, group, base));
    out.end(message);
  }

  private void id(int field, Owner.Id id, int base) {
    int message = out.begin(field);
    switch (id) {
      case Owner.ById(int number) -> out.element(UserOpt.BYID_FIELD_NUMBER, Integer.toUnsignedLong(number));
      case Owner.ByName(String name) -> {
        int named = out.begin(UserOpt.BYNAME_FIELD_NUMBER);
        out.string(NamedUserOpt.NAME_FIELD_NUMBER, name);
        out.int64(NamedUserOpt.INPUT_FIELD_NUMBER, base);
        out.end(named);
      }
    }
    out.end(message);
  }

  private static long nanos(Optional<Instant> time) {
    return time.map(each -> each.getEpochSecond() * NANOS + each.getNano()).orElse((long) UNCHANGED);
  }

  private static String sourcePath(FileAction.Copy copy) {
    String path = GoPath.clean(copy.src());
    State state =
        switch (copy.source()) {
          case CopySource.OfState(State each) -> each;
          case CopySource.OfActions source -> source.state();
        };
    return GoPath.join(GoPath.isAbs(path) ? "/" : state.dir(), path);
  }

  private static String absolute(String dir, String path) {
    String clean = GoPath.clean(path);
    return GoPath.isAbs(clean) ? clean : GoPath.join("/", dir, clean);
  }

  /** A trailing slash, or slash and dot, says that the destination is a directory, and so stays. */
  private static String destination(String dir, String path) {
    String absolute = absolute(dir, path);
    if (path.endsWith("/")) {
      return absolute.endsWith("/") ? absolute : absolute + "/";
    }
    if (path.endsWith("/.")) {
      return absolute.equals("/") ? "/." : absolute + "/.";
    }
    return absolute;
  }
}
