package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.Option;
import java.util.List;

/** How it is built, and what comes of the result. */
final class ResultOptions {

  static final Option TAG = Option.repeated("-t --tag", "NAME", "A name for the image, such as app:1.");

  static final Option OUTPUT =
      Option.repeated(
          "-o --output",
          "SPEC",
          "Where the result goes: type=oci|docker|tar,dest=FILE, type=local,dest=FOLDER, type=image,name=NAME[,push=true],"
              + " FOLDER, or - for a tar archive on standard output (default: the daemon's image store with --tag).");

  static final Option LABEL = Option.repeated("--label", "NAME=VALUE", "A label for the image.");

  static final Option SECRET =
      Option.repeated(
          "--secret", "SPEC", "A secret for RUN --mount=type=secret: id=ID,src=FILE or id=ID,env=VARIABLE.");

  static final Option NO_CACHE = Option.flag("--no-cache", "Run every step again.");

  static final Option ALLOW =
      Option.repeated("--allow", "ENTITLEMENT", "Allow network.host or security.insecure.");

  static final Option FRONTEND =
      Option.single(
          "--frontend",
          "NAME",
          "Who reads the Dockerfile: strake (default), or a frontend of the daemon, such as dockerfile.v0, to compare with.");

  static final Option METADATA_FILE =
      Option.single("--metadata-file", "FILE", "Write the result's metadata there, as JSON.");

  static final Option IID_FILE = Option.single("--iidfile", "FILE", "Write the image's digest there.");

  static final Option PROGRESS =
      Option.single("--progress", "MODE", "auto (default), plain, tty or quiet. NO_COLOR turns colours off.");

  static final List<Option> ALL =
      List.of(TAG, OUTPUT, LABEL, SECRET, NO_CACHE, ALLOW, FRONTEND, METADATA_FILE, IID_FILE, PROGRESS);

  private ResultOptions() {}
}
