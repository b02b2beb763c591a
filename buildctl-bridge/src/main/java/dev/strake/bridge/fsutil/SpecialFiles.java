package dev.strake.bridge.fsutil;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes pipes and devices, which the platform can do only through the system's own programs. */
final class SpecialFiles {

  private static final long NANOS = 1_000_000_000L;

  private SpecialFiles() {}

  /**
   * Makes one, with its mode and time.
   *
   * @throws IOException when this user may not, or the system has no {@code mknod}
   */
  static void make(Path file, Stat stat) throws IOException {
    String mode = Integer.toOctalString(GoFileMode.permissionsToUnix(stat.getMode()));
    List<String> words = new ArrayList<>(List.of("mknod", "-m", mode, "--", file.toString()));
    if ((stat.getMode() & GoFileMode.NAMED_PIPE) != 0) {
      words.add("p");
    } else {
      words.add((stat.getMode() & GoFileMode.CHAR_DEVICE) != 0 ? "c" : "b");
      words.add(Long.toString(stat.getDevmajor()));
      words.add(Long.toString(stat.getDevminor()));
    }
    run(stat, words);
    // The platform would open the file to set its time, which for a pipe waits for somebody to write to it.
    long seconds = Math.floorDiv(stat.getModTime(), NANOS);
    String time = "@%d.%09d".formatted(seconds, Math.floorMod(stat.getModTime(), NANOS));
    run(stat, List.of("touch", "-h", "-d", time, "--", file.toString()));
  }

  private static void run(Stat stat, List<String> words) throws IOException {
    List<String> complaint = new ArrayList<>();
    try {
      if (Command.of(words).run(complaint::add) != 0) {
        throw failed(stat, reason(complaint));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(stat, "interrupted");
    }
  }

  private static IOException failed(Stat stat, String reason) {
    return new IOException("failed to create device " + stat.getPath() + ": " + reason);
  }

  /** The last part of such as {@code mknod: /x: Operation not permitted}. */
  private static String reason(List<String> complaint) {
    String line = complaint.isEmpty() ? "the system could not make it" : complaint.getLast();
    return line.substring(line.lastIndexOf(": ") + 1).strip().toLowerCase(Locale.ROOT);
  }
}
