package dev.strake.bridge.daemon;

import dev.strake.bridge.host.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Mounts that a daemon left behind. */
final class Mounts {

  private Mounts() {}

  /** Detaches all mounts below the folders; one that cannot be detached stays for the next try. */
  static void detachBelow(List<Path> folders) throws IOException, InterruptedException {
    for (Path folder : folders) {
      for (String mount : ProcFs.mountsBelow(folder)) {
        Command.of("umount", "-l", mount).run(line -> {});
      }
    }
  }
}
