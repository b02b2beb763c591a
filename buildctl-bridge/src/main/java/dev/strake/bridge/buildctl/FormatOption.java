package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.Flag;
import dev.strake.bridge.buildctl.command.Flag.Kind;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.host.Session;
import dev.strake.llb.go.template.GoTemplate;
import dev.strake.llb.go.template.TemplateException;
import java.util.Optional;

/** {@code --format}: a Go template for the output, or {@code json}. */
final class FormatOption {

  static final Flag FLAG = Flag.of(Kind.TEXT, "format", "a Go template for the output, such as '{{json .}}'");

  private FormatOption() {}

  /** The same for a command whose {@code --verbose} a template makes pointless. */
  static Optional<GoTemplate> insteadOfVerbose(Session session, FlagValues flags) {
    Optional<GoTemplate> template = of(flags);
    if (template.isPresent() && flags.on("verbose")) {
      new LogLines(session.streams(), flags).debug("Ignoring --verbose");
    }
    return template;
  }

  /** The template; absent where none is given. */
  static Optional<GoTemplate> of(FlagValues flags) {
    String format = flags.text(FLAG.names().getFirst());
    if (format.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(GoTemplate.parse(format.equals("json") ? "{{json .}}" : format));
    } catch (TemplateException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }
}
