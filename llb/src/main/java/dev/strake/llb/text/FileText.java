package dev.strake.llb.text;

import com.google.protobuf.ByteString;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.pb.ChownOpt;
import dev.strake.llb.pb.FileAction;
import dev.strake.llb.pb.FileActionCopy;
import dev.strake.llb.pb.FileActionMkDir;
import dev.strake.llb.pb.FileActionMkFile;
import dev.strake.llb.pb.FileActionRm;
import dev.strake.llb.pb.FileActionSymlink;
import dev.strake.llb.pb.FileOp;
import dev.strake.llb.pb.UserOpt;
import java.util.HexFormat;
import java.util.List;

/** A file op as lines. An action's result is {@code @n}. */
final class FileText {
  private static final String INDENT = "  ";
  private static final int NO_OUTPUT = -1;
  private static final int UNCHANGED = -1;

  private final FileOp file;
  private final OpText op;

  FileText(FileOp file, OpText op) {
    this.file = file;
    this.op = op;
  }

  /** The first line; the others are added to the parts. */
  Line write(List<String> parts) {
    for (int i = 0; i < file.getActionsCount(); i++) {
      FileAction action = file.getActions(i);
      Line line =
          action(action, INDENT + "@" + i + " = ")
              .raw("on", op.place(action.getInput()))
              .raw("from", op.place(action.getSecondaryInput()), action.getSecondaryInput() != -1)
              .number("output", action.getOutput(), NO_OUTPUT);
      parts.add(line.toString());
    }
    return op.withInputs("file");
  }

  private Line action(FileAction action, String head) {
    return switch (action.getActionCase()) {
      case COPY -> copy(action.getCopy(), head);
      case MKFILE -> mkfile(action.getMkfile(), head);
      case MKDIR -> mkdir(action.getMkdir(), head);
      case RM -> rm(action.getRm(), head);
      case SYMLINK -> symlink(action.getSymlink(), head);
      case ACTION_NOT_SET -> new Line(head + "nothing");
    };
  }

  private Line copy(FileActionCopy copy, String head) {
    Line line =
        new Line(head + "copy")
            .quoted(copy.getSrc())
            .quoted(copy.getDest())
            .flag("contents-only", copy.getDirCopyContents())
            .flag("create-dest", copy.getCreateDestPath())
            .flag("empty-wildcard", copy.getAllowEmptyWildcard())
            .strings("exclude", copy.getExcludePatternsList())
            .flag("follow-symlink", copy.getFollowSymlink())
            .strings("include", copy.getIncludePatternsList())
            .string("mode-string", copy.getModeStr())
            .flag("replace", copy.getAlwaysReplaceExistingDestPaths())
            .strings("required", copy.getRequiredPathsList())
            .number("time", copy.getTimestamp(), UNCHANGED)
            .flag("unpack", copy.getAttemptUnpackDockerCompatibility())
            .flag("wildcard", copy.getAllowWildcard());
    if (copy.getMode() != UNCHANGED) {
      line.octal("mode", copy.getMode());
    }
    return copy.hasOwner() ? owner(line, copy.getOwner()) : line;
  }

  private Line mkfile(FileActionMkFile mkfile, String head) {
    Line line =
        new Line(head + "mkfile")
            .quoted(mkfile.getPath())
            .octal("mode", mkfile.getMode())
            .raw("data", data(mkfile.getData()))
            .number("time", mkfile.getTimestamp(), UNCHANGED);
    return mkfile.hasOwner() ? owner(line, mkfile.getOwner()) : line;
  }

  /** The bytes as text, or, where they are none, in hexadecimal. */
  private static String data(ByteString data) {
    return data.isValidUtf8()
        ? GoQuote.quote(data.toStringUtf8())
        : "0x" + HexFormat.of().formatHex(data.toByteArray());
  }

  private Line mkdir(FileActionMkDir mkdir, String head) {
    Line line =
        new Line(head + "mkdir")
            .quoted(mkdir.getPath())
            .octal("mode", mkdir.getMode())
            .flag("parents", mkdir.getMakeParents())
            .number("time", mkdir.getTimestamp(), UNCHANGED);
    return mkdir.hasOwner() ? owner(line, mkdir.getOwner()) : line;
  }

  private static Line rm(FileActionRm rm, String head) {
    return new Line(head + "rm")
        .quoted(rm.getPath())
        .flag("allow-missing", rm.getAllowNotFound())
        .flag("wildcard", rm.getAllowWildcard());
  }

  private Line symlink(FileActionSymlink symlink, String head) {
    Line line =
        new Line(head + "symlink")
            .quoted(symlink.getOldpath())
            .quoted(symlink.getNewpath())
            .number("time", symlink.getTimestamp(), UNCHANGED);
    return symlink.hasOwner() ? owner(line, symlink.getOwner()) : line;
  }

  private Line owner(Line line, ChownOpt owner) {
    line.raw("owner", "none", !owner.hasUser() && !owner.hasGroup());
    line.raw("user", id(owner.getUser()), owner.hasUser());
    return line.raw("group", id(owner.getGroup()), owner.hasGroup());
  }

  private String id(UserOpt id) {
    return switch (id.getUserCase()) {
      case BYID -> Integer.toUnsignedString(id.getByID());
      case BYNAME -> GoQuote.quote(id.getByName().getName()) + "@" + op.place(id.getByName().getInput());
      case USER_NOT_SET -> "unset";
    };
  }
}
