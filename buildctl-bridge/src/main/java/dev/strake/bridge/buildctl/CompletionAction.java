package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.host.Session;
import java.util.List;

/** {@code completion}: what a shell needs to complete buildctl's commands, which it asks the program itself for. */
final class CompletionAction {

  /** The command's. */
  static final String NAME = "completion";

  private static final String SHELLS = "available shells are [bash fish pwsh zsh]";

  private static final String BASH =
      """
      _buildctl() {
        local IFS=$'\\n' current=${COMP_WORDS[COMP_CWORD]}
        local said=$("${COMP_WORDS[@]:0:COMP_CWORD}" "$current" --generate-shell-completion 2>/dev/null)
        COMPREPLY=($(compgen -W "$(sed 's/:.*//' <<<"$said")" -- "$current"))
      }
      complete -o bashdefault -o default -F _buildctl buildctl
      """;

  private static final String ZSH =
      """
      #compdef buildctl
      _buildctl() {
        local -a ways
        ways=("${(@f)$("${words[@]:0:$((CURRENT - 1))}" "${words[CURRENT]}" --generate-shell-completion 2>/dev/null)}")
        if [[ -n ${ways[1]} ]]; then _describe 'way' ways; else _files; fi
      }
      compdef _buildctl buildctl
      """;

  private static final String FISH =
      """
      function __buildctl_ways
        set -l words (commandline -opc) (commandline -ct)
        $words --generate-shell-completion 2>/dev/null | string replace -r ':' \\t
      end
      complete -c buildctl -a '(__buildctl_ways)'
      """;

  private static final String POWERSHELL =
      """
      Register-ArgumentCompleter -Native -CommandName buildctl -ScriptBlock {
        param($begun, $line, $cursor)
        $before = @($line.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { "$_" })
        $program, $words = $before
        & $program @words --generate-shell-completion 2>$null | ForEach-Object {
          $way, $meaning = $_ -split ':', 2
          if ($way.StartsWith($begun)) {
            $told = if ($meaning) { $meaning } else { $way }
            [System.Management.Automation.CompletionResult]::new($way, $way, 'ParameterValue', $told)
          }
        }
      }
      """;

  private CompletionAction() {}

  static CommandSpec spec(Session session) {
    return CommandSpec.of(NAME, "print what a shell needs to complete the commands", List.of(), parsed ->
            session.streams().out().print(script(parsed)))
        .hide();
  }

  private static String script(ParsedCommand parsed) {
    if (parsed.arguments().isEmpty()) {
      throw new CommandException("no shell provided for completion command. " + SHELLS);
    }
    return switch (parsed.arguments().getFirst()) {
      case "bash" -> BASH;
      case "zsh" -> ZSH;
      case "fish" -> FISH;
      case "pwsh" -> POWERSHELL;
      default -> throw new CommandException("unknown shell " + parsed.arguments().getFirst() + ", " + SHELLS);
    };
  }
}
