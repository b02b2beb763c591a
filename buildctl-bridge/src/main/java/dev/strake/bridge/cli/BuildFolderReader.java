package dev.strake.bridge.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the context and the Dockerfile of a build. */
final class BuildFolderReader {

  private static final String STANDARD_INPUT = "-";
  private static final String DEFAULT_NAME = "Dockerfile";
  private static final Pattern REMOTE = Pattern.compile("(https?://|git://|ssh://|git@).*");

  private final Path folder;
  private final InputStream in;
  private final TemporaryFolder temporary;

  BuildFolderReader(Path folder, InputStream in, TemporaryFolder temporary) {
    this.folder = folder;
    this.in = in;
    this.temporary = temporary;
  }

  BuildFolders read(SourceOptions given) throws IOException {
    Optional<String> file = Optional.ofNullable(given.file);
    if (REMOTE.matcher(given.context).matches()) {
      Map<String, String> options = new LinkedHashMap<>(Map.of("context", given.context));
      file.ifPresent(name -> options.put("filename", name));
      return new BuildFolders(options, Map.of(), Optional.empty());
    }
    if (given.context.equals(STANDARD_INPUT)) {
      if (file.isPresent()) {
        throw new UsageException("--file cannot go with a Dockerfile on standard input", "leave --file out");
      }
      return local(temporary.subfolder("context"), fromStandardInput());
    }
    Path context = folder.resolve(given.context).normalize();
    if (!Files.isDirectory(context)) {
      throw new UsageException("the context is no folder: " + context, "name the folder that COPY is to read from");
    }
    Path dockerfile = file.isPresent() ? named(file.get()) : defaultIn(context);
    return local(context, dockerfile);
  }

  private Path named(String file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return fromStandardInput();
    }
    Path dockerfile = folder.resolve(file).normalize();
    if (!Files.isRegularFile(dockerfile)) {
      throw new UsageException("there is no Dockerfile " + dockerfile, "name it with --file");
    }
    return dockerfile;
  }

  private static Path defaultIn(Path context) {
    for (String name : new String[] {DEFAULT_NAME, "dockerfile"}) {
      if (Files.isRegularFile(context.resolve(name))) {
        return context.resolve(name);
      }
    }
    throw new UsageException("there is no Dockerfile in " + context, "name it with --file");
  }

  private Path fromStandardInput() throws IOException {
    byte[] content = in.readAllBytes();
    for (byte b : content) {
      if (b == 0) {
        throw new UsageException(
            "standard input holds no Dockerfile: there are binary data in it",
            "unpack the archive and name its folder");
      }
    }
    return Files.write(temporary.subfolder("dockerfile").resolve(DEFAULT_NAME), content);
  }

  private static BuildFolders local(Path context, Path dockerfile) {
    return new BuildFolders(
        Map.of("filename", dockerfile.getFileName().toString()),
        Map.of("context", context, "dockerfile", dockerfile.getParent()),
        Optional.of(dockerfile));
  }
}
