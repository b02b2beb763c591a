package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.option.NamedValues;
import dev.strake.bridge.option.OptionException;
import dev.strake.llb.go.GoQuote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code --local} and {@code --oci-layout}: {@code NAME=FOLDER}. */
final class LocalFolders {

  private final Path folder;

  /** @param folder relative paths begin here */
  LocalFolders(Path folder) {
    this.folder = folder;
  }

  /** The folders of {@code --local}, which must be there. */
  Map<String, Path> locals(List<String> texts) {
    try {
      Map<String, Path> locals = new LinkedHashMap<>();
      NamedValues.parse(texts).forEach((name, path) -> locals.put(name, existing(path)));
      return locals;
    } catch (OptionException | CommandException e) {
      throw new CommandException("invalid local: " + e.getMessage());
    }
  }

  private Path existing(String path) {
    try {
      Path real = folder.resolve(path).toRealPath();
      if (!Files.isDirectory(real)) {
        throw new CommandException("stat " + path + ": not a directory");
      }
      return real;
    } catch (IOException e) {
      throw new CommandException("resolve : lstat " + FileErrors.describe(e, path));
    }
  }

  /** The folders of {@code --oci-layout}, which are made where they are missing. */
  Map<String, Path> layouts(List<String> texts) {
    Map<String, Path> layouts = new LinkedHashMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw new CommandException(
            "invalid oci-layout: oci-layout option must be 'id=path/to/layout', instead had invalid " + text);
      }
      layouts.put(text.substring(0, equals), made(text.substring(equals + 1)));
    }
    return layouts;
  }

  private Path made(String path) {
    try {
      Path layout = folder.resolve(path);
      if (path.isEmpty()) {
        throw new NoSuchFileException("");
      }
      // What is there and no folder is told where the build reads it.
      return Files.exists(layout) ? layout : Files.createDirectories(layout);
    } catch (IOException e) {
      throw new CommandException(
          "invalid oci-layout: oci-layout context at " + path + " failed to initialize: failed to mkdir "
              + GoQuote.quote(path) + ": mkdir " + FileErrors.describe(e, path));
    }
  }
}
