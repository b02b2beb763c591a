package dev.strake.llb.text;

import dev.strake.llb.pb.ChownOpt;
import dev.strake.llb.pb.FileAction;
import dev.strake.llb.pb.FileActionCopy;
import dev.strake.llb.pb.FileActionMkDir;
import dev.strake.llb.pb.FileActionMkFile;
import dev.strake.llb.pb.FileActionRm;
import dev.strake.llb.pb.FileActionSymlink;
import dev.strake.llb.pb.FileOp;
import dev.strake.llb.pb.NamedUserOpt;
import dev.strake.llb.pb.UserOpt;
import dev.strake.llb.text.MessageJson.Style;

/** The fields of a file op. */
final class FileJson {

  private final MessageJson fields;

  FileJson(MessageJson fields) {
    this.fields = fields;
  }

  void write(FileOp file) {
    fields.messages("actions", file.getActionsList(), this::action);
  }

  private void action(FileAction action) {
    fields.place("input", action.getInput());
    fields.place("secondaryInput", action.getSecondaryInput());
    fields.place("output", action.getOutput());
    fields.choice("Action", () -> kind(action));
  }

  private void kind(FileAction action) {
    switch (action.getActionCase()) {
      case COPY -> fields.message("copy", true, () -> copy(action.getCopy()));
      case MKFILE -> fields.message("mkfile", true, () -> mkfile(action.getMkfile()));
      case MKDIR -> fields.message("mkdir", true, () -> mkdir(action.getMkdir()));
      case RM -> fields.message("rm", true, () -> rm(action.getRm()));
      // The reference's encoding/json knows no symlinks.
      case SYMLINK ->
          fields.message("symlink", fields.style() == Style.PROTOJSON, () -> symlink(action.getSymlink()));
      case ACTION_NOT_SET -> { }
    }
  }

  private void copy(FileActionCopy copy) {
    fields.text("src", copy.getSrc());
    fields.text("dest", copy.getDest());
    fields.message("owner", copy.hasOwner(), () -> owner(copy.getOwner()));
    fields.number("mode", copy.getMode());
    fields.flag("followSymlink", copy.getFollowSymlink());
    fields.flag("dirCopyContents", copy.getDirCopyContents());
    fields.flag("attemptUnpackDockerCompatibility", copy.getAttemptUnpackDockerCompatibility());
    fields.flag("createDestPath", copy.getCreateDestPath());
    fields.flag("allowWildcard", copy.getAllowWildcard());
    fields.flag("allowEmptyWildcard", copy.getAllowEmptyWildcard());
    fields.number("timestamp", copy.getTimestamp());
    fields.texts("include_patterns", copy.getIncludePatternsList());
    fields.texts("exclude_patterns", copy.getExcludePatternsList());
    fields.flag("alwaysReplaceExistingDestPaths", copy.getAlwaysReplaceExistingDestPaths());
    fields.text("modeStr", copy.getModeStr());
    fields.texts("required_paths", copy.getRequiredPathsList());
  }

  private void mkfile(FileActionMkFile mkfile) {
    fields.text("path", mkfile.getPath());
    fields.number("mode", mkfile.getMode());
    fields.bytes("data", mkfile.getData());
    fields.message("owner", mkfile.hasOwner(), () -> owner(mkfile.getOwner()));
    fields.number("timestamp", mkfile.getTimestamp());
  }

  private void mkdir(FileActionMkDir mkdir) {
    fields.text("path", mkdir.getPath());
    fields.number("mode", mkdir.getMode());
    fields.flag("makeParents", mkdir.getMakeParents());
    fields.message("owner", mkdir.hasOwner(), () -> owner(mkdir.getOwner()));
    fields.number("timestamp", mkdir.getTimestamp());
  }

  private void rm(FileActionRm rm) {
    fields.text("path", rm.getPath());
    fields.flag("allowNotFound", rm.getAllowNotFound());
    fields.flag("allowWildcard", rm.getAllowWildcard());
  }

  private void symlink(FileActionSymlink symlink) {
    fields.text("oldpath", symlink.getOldpath());
    fields.text("newpath", symlink.getNewpath());
    fields.message("owner", symlink.hasOwner(), () -> owner(symlink.getOwner()));
    fields.number("timestamp", symlink.getTimestamp());
  }

  private void owner(ChownOpt owner) {
    fields.message("user", owner.hasUser(), () -> user(owner.getUser()));
    fields.message("group", owner.hasGroup(), () -> user(owner.getGroup()));
  }

  private void user(UserOpt user) {
    fields.choice(
        "User",
        () -> {
          switch (user.getUserCase()) {
            case BYNAME -> fields.message("byName", true, () -> named(user.getByName()));
            case BYID -> fields.userId(user.getByID());
            case USER_NOT_SET -> { }
          }
        });
  }

  private void named(NamedUserOpt named) {
    fields.text("name", named.getName());
    fields.number("input", named.getInput());
  }
}
