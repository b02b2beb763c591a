package dev.strake.llb.text;

import dev.strake.llb.go.template.GoValue;
import dev.strake.llb.pb.ChownOpt;
import dev.strake.llb.pb.FileAction;
import dev.strake.llb.pb.FileActionCopy;
import dev.strake.llb.pb.FileActionMkDir;
import dev.strake.llb.pb.FileActionMkFile;
import dev.strake.llb.pb.FileActionRm;
import dev.strake.llb.pb.FileOp;
import dev.strake.llb.pb.UserOpt;
import java.util.Optional;

/** File ops as JSON has them. */
final class FileStructs {

  private FileStructs() {}

  static GoValue of(FileOp file) {
    return new Structs().list("actions", file.getActionsList(), FileStructs::action).build();
  }

  private static GoValue action(FileAction action) {
    Structs kind = new Structs();
    switch (action.getActionCase()) {
      case COPY -> kind.always("copy", copy(action.getCopy()));
      case MKFILE -> kind.always("mkfile", mkfile(action.getMkfile()));
      case MKDIR -> kind.always("mkdir", mkdir(action.getMkdir()));
      case RM -> kind.always("rm", rm(action.getRm()));
      // The reference's JSON knows no symlinks.
      case SYMLINK, ACTION_NOT_SET -> {}
    }
    return new Structs()
        .always("input", GoValue.of(action.getInput()))
        .always("secondaryInput", GoValue.of(action.getSecondaryInput()))
        .always("output", GoValue.of(action.getOutput()))
        .always("Action", kind.build())
        .build();
  }

  private static GoValue copy(FileActionCopy copy) {
    return new Structs()
        .text("src", copy.getSrc())
        .text("dest", copy.getDest())
        .message("owner", copy.hasOwner() ? Optional.of(owner(copy.getOwner())) : Optional.empty())
        .number("mode", copy.getMode())
        .flag("followSymlink", copy.getFollowSymlink())
        .flag("dirCopyContents", copy.getDirCopyContents())
        .flag("attemptUnpackDockerCompatibility", copy.getAttemptUnpackDockerCompatibility())
        .flag("createDestPath", copy.getCreateDestPath())
        .flag("allowWildcard", copy.getAllowWildcard())
        .flag("allowEmptyWildcard", copy.getAllowEmptyWildcard())
        .number("timestamp", copy.getTimestamp())
        .texts("include_patterns", copy.getIncludePatternsList())
        .texts("exclude_patterns", copy.getExcludePatternsList())
        .flag("alwaysReplaceExistingDestPaths", copy.getAlwaysReplaceExistingDestPaths())
        .text("modeStr", copy.getModeStr())
        .texts("required_paths", copy.getRequiredPathsList())
        .build();
  }

  private static GoValue mkfile(FileActionMkFile mkfile) {
    return new Structs()
        .text("path", mkfile.getPath())
        .number("mode", mkfile.getMode())
        .message(
            "data",
            mkfile.getData().isEmpty()
                ? Optional.empty()
                : Optional.of(new GoValue.Bytes(mkfile.getData().toByteArray())))
        .message("owner", mkfile.hasOwner() ? Optional.of(owner(mkfile.getOwner())) : Optional.empty())
        .number("timestamp", mkfile.getTimestamp())
        .build();
  }

  private static GoValue mkdir(FileActionMkDir mkdir) {
    return new Structs()
        .text("path", mkdir.getPath())
        .number("mode", mkdir.getMode())
        .flag("makeParents", mkdir.getMakeParents())
        .message("owner", mkdir.hasOwner() ? Optional.of(owner(mkdir.getOwner())) : Optional.empty())
        .number("timestamp", mkdir.getTimestamp())
        .build();
  }

  private static GoValue rm(FileActionRm rm) {
    return new Structs()
        .text("path", rm.getPath())
        .flag("allowNotFound", rm.getAllowNotFound())
        .flag("allowWildcard", rm.getAllowWildcard())
        .build();
  }

  private static GoValue owner(ChownOpt owner) {
    return new Structs()
        .message("user", owner.hasUser() ? Optional.of(user(owner.getUser())) : Optional.empty())
        .message("group", owner.hasGroup() ? Optional.of(user(owner.getGroup())) : Optional.empty())
        .build();
  }

  private static GoValue user(UserOpt user) {
    Structs fields = new Structs();
    switch (user.getUserCase()) {
      case BYNAME ->
          fields.always(
              "byName",
              new Structs()
                  .text("name", user.getByName().getName())
                  .number("input", user.getByName().getInput())
                  .build());
      case BYID -> fields.number("byId", Integer.toUnsignedLong(user.getByID()));
      case USER_NOT_SET -> {}
    }
    return new Structs().always("User", fields.build()).build();
  }
}
