package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.control.Export;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.Streams;
import dev.strake.bridge.option.OptionException;
import dev.strake.bridge.option.OutputOption;
import java.io.IOException;
import java.nio.file.Path;

/** {@code --output}, in the reference's words. */
final class OutputFlag {

  private final OutputOption option;

  OutputFlag(Streams streams, Path folder) {
    this.option = new OutputOption(streams, folder);
  }

  /** The export of a value such as {@code type=oci,dest=a.tar}. */
  Export parse(String text) {
    OutputOption.Fields fields = OutputOption.fields(text);
    try {
      Export export = option.export(fields);
      requireFolder(export, fields);
      return export;
    } catch (OptionException | CommandException e) {
      throw new CommandException("invalid output option: output: " + e.getMessage());
    }
  }

  /** A file is made only when it is whole, which is late to hear that it cannot be; a folder is the build's to make. */
  private static void requireFolder(Export export, OutputOption.Fields fields) {
    if (export.destination() instanceof Export.Destination.File) {
      try {
        export.requireWritable();
      } catch (IOException e) {
        String destination = fields.attributes().getOrDefault(OutputOption.DESTINATION, "");
        throw new CommandException("open " + FileErrors.describe(e, destination));
      }
    }
  }
}
