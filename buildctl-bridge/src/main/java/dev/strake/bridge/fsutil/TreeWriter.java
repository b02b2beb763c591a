package dev.strake.bridge.fsutil;

import dev.strake.bridge.host.FileTrees;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes entries into a folder. What bears an entry's name already gives way to it, but a folder for a folder; a
 * symbolic link gives way itself, and what it points to stays as it is.
 *
 * <p>Relies on its caller for the order: each entry lies in a folder that was written, or found to be one, before it.
 */
final class TreeWriter {

  private final Path root;
  private final List<Stat> directories = new ArrayList<>();
  private final List<Stat> links = new ArrayList<>();
  private final String prefix = ".tmp." + UUID.randomUUID() + ".";
  private int files;

  private TreeWriter(Path root) {
    this.root = root;
  }

  static TreeWriter into(Path destination) throws IOException {
    if (!Files.isDirectory(destination)) {
      Files.createDirectories(
          destination, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return new TreeWriter(destination.toRealPath());
  }

  /** Modes and times come at the end: before that a folder must take its entries. */
  void directory(Stat stat) throws IOException {
    Path path = root.resolve(stat.getPath());
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(path);
      Files.createDirectory(path);
    }
    directories.add(stat);
  }

  void symlink(Stat stat) throws IOException {
    Path path = root.resolve(stat.getPath());
    Path growing = growing(path);
    Files.createSymbolicLink(growing, Path.of(stat.getLinkname()));
    FileMetadata.applyToLink(growing, stat);
    Replacement.move(growing, path);
  }

  /** A pipe or a device. */
  void special(Stat stat) throws IOException {
    Path path = root.resolve(stat.getPath());
    Path growing = growing(path);
    SpecialFiles.make(growing, stat);
    Replacement.move(growing, path);
  }

  IncomingFile file(Stat stat) {
    Path path = root.resolve(stat.getPath());
    return new IncomingFile(path, growing(path), stat);
  }

  /** Made at the end, when the file that it is another name of is whole. */
  void link(Stat stat) {
    links.add(stat);
  }

  private Path growing(Path path) {
    return path.resolveSibling(prefix + files++);
  }

  /** Deletes what is not among these paths. */
  void deleteAllBut(Set<String> paths) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.equals(root) || paths.contains(root.relativize(folder).toString())) {
              return FileVisitResult.CONTINUE;
            }
            FileTrees.delete(folder);
            return FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!paths.contains(root.relativize(file).toString())) {
              Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Makes the hard links, then gives the folders their modes and times, innermost first. */
  void finish() throws IOException {
    for (Stat stat : links) {
      Path path = root.resolve(stat.getPath());
      Path growing = growing(path);
      Files.createLink(growing, root.resolve(stat.getLinkname()));
      Replacement.move(growing, path);
      // Renaming one name of a file over another of the same file does nothing at all.
      Files.deleteIfExists(growing);
    }
    for (Stat stat : directories.reversed()) {
      FileMetadata.apply(root.resolve(stat.getPath()), stat);
    }
  }
}
