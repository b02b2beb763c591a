package dev.strake.bridge.cli;

import dev.strake.bridge.buildctl.Buildctl;
import dev.strake.bridge.cli.shell.ManPage;
import dev.strake.bridge.host.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code strake man}. */
@Command(
    name = "man",
    mixinStandardHelpOptions = true,
    description = "Writes the manual pages of strake and of its buildctl.",
    footer = {"", "Example: strake man /usr/local/share/man/man1"})
final class ManCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "Where the pages go; it is made where it is missing.")
  private String folder = "";

  ManCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Map<String, String> pages = new LinkedHashMap<>(ManPage.all(Commands.tree(session)));
    // buildctl has a page of its own, made of its help.
    pages.remove("strake-buildctl.1");
    String help = new Buildctl(session, Release.NUMBER).help();
    pages.put("buildctl.1", ManPage.ofText("buildctl", "BuildKit's client", help));
    Path target = Files.createDirectories(session.folder().resolve(folder));
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(target.resolve(page.getKey()), page.getValue());
    }
    session.notice(pages.size() + " pages written to " + target);
    return ExitCode.OK;
  }
}
