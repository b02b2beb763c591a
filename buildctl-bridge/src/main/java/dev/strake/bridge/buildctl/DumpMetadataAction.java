package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.Flag;
import dev.strake.bridge.buildctl.command.Flag.Kind;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.Session;
import dev.strake.llb.go.GoQuote;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code debug dump-metadata}: prints what a daemon that does not run has written down about its cache. */
final class DumpMetadataAction {

  private static final String ROOT = "root";
  private static final String DATABASE = "metadata_v2.db";

  private final PrintStream out;

  private DumpMetadataAction(PrintStream out) {
    this.out = out;
  }

  static CommandSpec spec(Session session) {
    return CommandSpec.of(
        "dump-metadata",
        "print the metadata of the cache; the daemon must not run",
        List.of(Flag.of(Kind.TEXT, ROOT, "the daemon's state directory").withDefault("/var/lib/buildkit")),
        parsed -> new DumpMetadataAction(session.streams().out()).run(session, parsed));
  }

  private void run(Session session, ParsedCommand parsed) throws IOException {
    String root = parsed.flags().text(ROOT);
    for (Path file : databases(session.folder().resolve(root), root)) {
      out.print("===== " + file + " =====\n");
      BoltFile.read(file).walk(new Printer());
    }
  }

  private static List<Path> databases(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isDirectory)
          .sorted()
          .map(worker -> worker.resolve(DATABASE))
          .filter(Files::exists)
          .toList();
    } catch (IOException e) {
      throw new CommandException("open " + FileErrors.describe(e, name));
    }
  }

  /** Prints buckets and pairs, those in a bucket further to the right. */
  private final class Printer implements BoltFile.Visitor {
    private static final String STEP = "  ";

    @Override
    public void bucket(int depth, byte[] name) {
      out.print(STEP.repeat(depth) + "bucket " + GoQuote.quote(text(name)) + ":\n");
    }

    @Override
    public void pair(int depth, byte[] key, byte[] value) {
      out.print(STEP.repeat(depth) + GoQuote.quote(text(key)) + ": ");
      out.write(value, 0, value.length);
      out.print("\n");
    }

    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
