package dev.strake.bridge.fsutil;

import dev.strake.bridge.host.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts one file in another's place. Never follows a symbolic link. */
final class Replacement {

  private Replacement() {}

  /** Moves a file that is no folder to a name, whatever bears the name now. */
  static void move(Path from, Path to) throws IOException {
    if (Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
      FileTrees.delete(to);
    }
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
