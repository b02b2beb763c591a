package dev.strake.bridge.cli;

import dev.strake.bridge.cli.shell.FishCompletion;
import dev.strake.bridge.host.Session;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code strake completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints what a shell needs to complete strake's commands.",
    footer = {
      "",
      "bash, zsh: source <(strake completion bash)",
      "fish:      strake completion fish > ~/.config/fish/completions/strake.fish"
    })
final class CompletionCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "SHELL", description = "bash, zsh or fish.")
  private String shell = "";

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CommandLine tree = Commands.tree(session);
    String script =
        switch (shell) {
          // The one for bash serves zsh too: it begins with bashcompinit there.
          case "bash", "zsh" -> AutoComplete.bash("strake", tree);
          case "fish" -> FishCompletion.of(tree);
          default ->
              throw new UsageException(shell + ": there is no completion for this shell", "write bash, zsh or fish");
        };
    session.streams().out().print(script);
    return ExitCode.OK;
  }
}
