package dev.strake.bridge.cli;

import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.session.UploadSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
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

  BuildFolders read(SourceOptions given) throws HostFailure, IOException {
    Optional<String> file = Optional.ofNullable(given.file);
    if (REMOTE.matcher(given.context).matches()) {
      Map<String, String> options = new LinkedHashMap<>(Map.of("context", given.context));
      file.ifPresent(name -> options.put("filename", name));
      return new BuildFolders(options, Map.of(), Optional.empty());
    }
    if (given.context.equals(STANDARD_INPUT)) {
      return standardInput(file);
    }
    Path context = folder.resolve(given.context).normalize();
    if (!Files.isDirectory(context)) {
      throw new HostFailure(CliDiagnostics.noContext(context));
    }
    Path dockerfile = file.isPresent() ? named(file.get()) : defaultIn(context);
    return local(context, dockerfile);
  }

  /** An archive, which is the whole context, or a Dockerfile without any. */
  private BuildFolders standardInput(Optional<String> file) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(in, ArchiveMagic.LENGTH);
    byte[] head = stream.readNBytes(ArchiveMagic.LENGTH);
    stream.unread(head);
    if (ArchiveMagic.matches(head)) {
      UploadSource archive = UploadSource.of(stream);
      Map<String, String> options = new LinkedHashMap<>(Map.of("context", archive.url()));
      file.ifPresent(name -> options.put("filename", name));
      return new BuildFolders(options, Map.of(), Optional.empty(), Optional.of(archive));
    }
    if (file.isPresent()) {
      throw new UsageException("--file cannot go with a Dockerfile on standard input", "leave --file out");
    }
    return local(temporary.subfolder("context"), dockerfile(stream.readAllBytes()));
  }

  private Path named(String file) throws HostFailure, IOException {
    if (file.equals(STANDARD_INPUT)) {
      return dockerfile(in.readAllBytes());
    }
    Path dockerfile = folder.resolve(file).normalize();
    if (!Files.isRegularFile(dockerfile)) {
      throw new HostFailure(CliDiagnostics.noDockerfile(dockerfile.toString()));
    }
    return dockerfile;
  }

  private static Path defaultIn(Path context) throws HostFailure {
    for (String name : new String[] {DEFAULT_NAME, "dockerfile"}) {
      if (Files.isRegularFile(context.resolve(name))) {
        return context.resolve(name);
      }
    }
    throw new HostFailure(CliDiagnostics.noDockerfile("in " + context));
  }

  private Path dockerfile(byte[] content) throws IOException {
    for (byte b : content) {
      if (b == 0) {
        throw new UsageException(
            "standard input holds no Dockerfile: there are binary data in it",
            "an archive is taken where it is tar, as it is or compressed by gzip, bzip2, xz or zstd");
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
