package dev.strake.bridge.emulation;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.HostFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The kernel's table of programs that run other machines' programs.
 *
 * @param table where it is, or is to be, mounted
 * @param formats the folder of systemd's format files, which the distributions' QEMU packages fill
 */
public record BinfmtMisc(Path table, Path formats) {

  private static final String QEMU = "qemu-";

  /** The table and the formats of this machine. */
  public static BinfmtMisc ofSystem() {
    return new BinfmtMisc(Path.of("/proc/sys/fs/binfmt_misc"), Path.of("/usr/lib/binfmt.d"));
  }

  /** Whether the table is there to be written to. */
  public boolean mounted() {
    return Files.exists(table.resolve("register"));
  }

  public Command mountCommand() {
    return Command.of("mount", "-t", "binfmt_misc", "binfmt_misc", table.toString());
  }

  /**
   * Registers every QEMU that is installed and not in the table yet.
   *
   * @return the names of those that are new there
   */
  public List<String> registerQemu() throws HostFailure, IOException {
    List<String> lines = qemuLines();
    if (lines.isEmpty()) {
      throw new HostFailure(EmulationDiagnostics.noEmulatorsFound());
    }
    List<String> added = new ArrayList<>();
    for (String line : lines) {
      String name = line.split(":", 3)[1];
      if (!Files.exists(table.resolve(name))) {
        register(name, line);
        added.add(name);
      }
    }
    return added;
  }

  private void register(String name, String line) throws HostFailure {
    try {
      Files.write(
          table.resolve("register"), line.getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new HostFailure(EmulationDiagnostics.registrationRefused(name, FileErrors.describe(e)));
    }
  }

  private List<String> qemuLines() throws IOException {
    if (!Files.isDirectory(formats)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(formats)) {
      for (Path file : files.filter(path -> path.getFileName().toString().startsWith(QEMU)).sorted().toList()) {
        Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
            .filter(line -> line.startsWith(":" + QEMU))
            .forEach(lines::add);
      }
    }
    return lines;
  }
}
