package dev.strake.bridge.fsutil;

import dev.strake.llb.go.GoPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the paths that are needed so that a path can be followed to its end: the path itself, and for each symbolic
 * link on the way the path it points to, within the tree. The last element of each part may hold wildcards.
 */
final class LinkFollower {

  private final LocalTree tree;
  private final Set<String> resolved = new TreeSet<>(LocalTree::compareCodePoints);
  private final Deque<String> waiting = new ArrayDeque<>();

  LinkFollower(LocalTree tree) {
    this.tree = tree;
  }

  /** The paths, sorted; absent where the root itself is among them, so that all is needed. */
  Optional<List<String>> follow(List<String> paths) throws IOException {
    waiting.addAll(paths);
    while (!waiting.isEmpty()) {
      resolve(GoPath.join(".", waiting.remove()));
    }
    return withoutNested(new ArrayList<>(resolved));
  }

  /** Leaves out what lies inside the path before it; absent where the root is among them. */
  static Optional<List<String>> withoutNested(List<String> paths) {
    List<String> kept = new ArrayList<>();
    String last = "";
    for (String path : paths) {
      if (path.equals(".")) {
        return Optional.empty();
      }
      if (!path.startsWith(last + "/")) {
        kept.add(path);
        last = path;
      }
    }
    return Optional.of(kept);
  }

  private void resolve(String path) throws IOException {
    String current = ".";
    String rest = path;
    while (true) {
      int slash = rest.indexOf('/');
      current = GoPath.join(current, slash < 0 ? rest : rest.substring(0, slash));
      rest = slash < 0 ? "" : rest.substring(slash + 1);
      Optional<List<String>> targets = targets(current);
      if (targets.isPresent()) {
        if (resolved.add(current)) {
          for (String target : targets.get()) {
            waiting.add(GoPath.join(target, rest));
          }
        }
        return;
      }
      if (rest.isEmpty()) {
        resolved.add(current);
        return;
      }
    }
  }

  /** Where the link, or the links that the wildcard stands for, point; absent for what is no link. */
  private Optional<List<String>> targets(String path) throws IOException {
    String base = GoPath.base(path);
    if (!hasWildcards(base)) {
      return target(path).map(List::of);
    }
    String folder = GoPath.dir(path);
    List<String> found = new ArrayList<>();
    List<String> names;
    try {
      names = tree.names(folder.equals(".") ? "" : folder);
    } catch (NoSuchFileException | NotDirectoryException | InvalidPathException e) {
      return Optional.empty();
    }
    for (String name : names) {
      if (GoPath.match(base, name).value().orElse(false)) {
        target(GoPath.join(folder, name)).ifPresent(found::add);
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private Optional<String> target(String path) throws IOException {
    if (path.equals(".") || path.equals("..") || path.startsWith("../")) {
      return Optional.empty();
    }
    String link;
    try {
      Path file = tree.resolve(path);
      if (!Files.isSymbolicLink(file)) {
        return Optional.empty();
      }
      link = GoPath.clean(Files.readSymbolicLink(file).toString());
    } catch (NoSuchFileException | InvalidPathException e) {
      return Optional.empty();
    }
    // A link that leads out of the tree comes back in at its root.
    return Optional.of(GoPath.isAbs(link) ? link : GoPath.join("/", GoPath.join(GoPath.dir(path), link)));
  }

  private static boolean hasWildcards(String name) {
    for (int i = 0; i < name.length(); i++) {
      switch (name.charAt(i)) {
        case '\\' -> i++;
        case '*', '?', '[' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
