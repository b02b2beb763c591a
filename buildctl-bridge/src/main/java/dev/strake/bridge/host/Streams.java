package dev.strake.bridge.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A command's standard streams.
 *
 * @param out for results only
 * @param err for everything that is said to people
 * @param inIsDevice whether standard input is a terminal or another device, so that nothing was piped in
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 */
public record Streams(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean inIsDevice,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  public static Streams ofProcess() {
    return new Streams(System.in, System.out, System.err, isDevice(0), isTerminal(1), isTerminal(2));
  }

  private static boolean isDevice(int descriptor) {
    try {
      Object mode = Files.getAttribute(Path.of("/proc/self/fd/" + descriptor), "unix:mode");
      return ((Integer) mode & UnixMode.TYPE) == UnixMode.CHARACTER_DEVICE;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Java tells only whether standard input and output both are terminals. */
  private static boolean isTerminal(int descriptor) {
    try {
      Path file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
      String name = file.toString();
      return file.startsWith("/dev/pts") || name.startsWith("/dev/tty") || name.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }
}
