package dev.strake.bridge.fsutil;

import dev.strake.frontend.pattern.PatternMatcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which entries of a tree are wanted: those that match an include pattern, if there are any, and no exclude pattern.
 * Immutable.
 */
public final class TreeFilter {

  private final Optional<PatternMatcher> include;
  private final Optional<PatternMatcher> exclude;
  private final FolderPrefixes included;
  private final FolderPrefixes excluded;

  private TreeFilter(List<String> includePatterns, List<String> excludePatterns) {
    this.include = matcher(includePatterns, "invalid includepatterns");
    this.exclude = matcher(excludePatterns, "invalid excludepatterns");
    this.included = FolderPrefixes.ofPatterns(includePatterns);
    this.excluded = FolderPrefixes.ofExceptions(excludePatterns);
  }

  /**
   * A filter.
   *
   * @param followPaths paths, with wildcards, that are wanted with all that the links on the way to them point to;
   *     absent where none were told, which differs from an empty list
   * @throws IOException when links cannot be read, or a pattern is malformed
   */
  public static TreeFilter of(
      LocalTree tree, List<String> includePatterns, List<String> excludePatterns, Optional<List<String>> followPaths)
      throws IOException {
    List<String> include = includePatterns;
    if (followPaths.isPresent()) {
      Optional<List<String>> targets = new LinkFollower(tree).follow(followPaths.get());
      if (targets.isPresent()) {
        List<String> joined = new ArrayList<>(includePatterns);
        joined.addAll(targets.get());
        include = LinkFollower.withoutNested(joined).orElse(List.of());
      }
    }
    return new TreeFilter(include, excludePatterns);
  }

  private static Optional<PatternMatcher> matcher(List<String> patterns, String complaint) {
    if (patterns.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PatternMatcher.of(patterns));
    } catch (IllegalArgumentException e) {
      String shown = "[" + String.join(" ", patterns) + "]";
      throw new IllegalArgumentException(complaint + ": " + shown + ": " + e.getMessage(), e);
    }
  }

  /** What is known of the root. */
  Verdict root() {
    return new Verdict(true, true, include.map(PatternMatcher::root), exclude.map(PatternMatcher::root));
  }

  /** What to do with an entry of the folder that {@code parent} was said of. */
  Verdict judge(String path, boolean folder, Verdict parent) {
    Optional<PatternMatcher.Match> in = include.map(matcher -> matcher.match(path, parent.include.orElseThrow()));
    Optional<PatternMatcher.Match> out = exclude.map(matcher -> matcher.match(path, parent.exclude.orElseThrow()));
    boolean missed = in.isPresent() && !in.get().matched();
    boolean struck = out.isPresent() && out.get().matched();
    boolean enter =
        folder && (!missed || included.mayMatchBelow(path)) && (!struck || excluded.mayMatchBelow(path));
    return new Verdict(!missed && !struck, enter, in, out);
  }

  /**
   * What to do with an entry.
   *
   * @param wanted whether it belongs to the result
   * @param enter whether something in it may belong to the result
   */
  record Verdict(
      boolean wanted,
      boolean enter,
      Optional<PatternMatcher.Match> include,
      Optional<PatternMatcher.Match> exclude) {}
}
