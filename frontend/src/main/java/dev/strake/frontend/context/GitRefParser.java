package dev.strake.frontend.context;

import static dev.strake.llb.go.GoQuote.quote;

import dev.strake.frontend.context.GitRef.Found;
import dev.strake.frontend.context.GitRef.Malformed;
import dev.strake.frontend.context.GitRef.NotGit;
import dev.strake.llb.go.GoBool;
import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoUrl;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@link GitRef}s. */
final class GitRefParser {

  private static final Set<String> SCHEMES = Set.of("http", "https", "ssh", "git");
  private static final Set<String> SWITCHES = Set.of("submodules", "keep-git-dir", "fetch-by-commit");
  private static final String TAGS = "refs/tags/";
  private static final String BRANCHES = "refs/heads/";

  private String ref;
  private String subDir;
  private String checksum = "";
  private String tag = "";
  private String branch = "";
  private Optional<Boolean> keepGitDir = Optional.empty();
  private Optional<Boolean> submodules = Optional.empty();
  private String modificationTime = "";
  private boolean fetchByCommit;

  private GitRefParser(String fragment) {
    int colon = fragment.indexOf(':');
    ref = colon < 0 ? fragment : fragment.substring(0, colon);
    String folder = GoPath.join("/", colon < 0 ? "" : fragment.substring(colon + 1));
    subDir = folder.substring(1);
  }

  /** Where a repository is, and what is asked of it. */
  private record Location(
      String scheme, String path, Map<String, List<String>> query, String fragment, String remote) {}

  static GitRef.Result parse(String text) {
    boolean shorthand = text.startsWith("github.com/");
    Optional<Location> location = shorthand ? github(text) : locate(text);
    if (location.isEmpty()) {
      return new NotGit();
    }
    GitRefParser parser = new GitRefParser(location.get().fragment);
    Optional<String> problem = parser.readQuery(location.get().query);
    return problem.isPresent() ? new Malformed(problem.get()) : new Found(parser.ref(location.get(), shorthand));
  }

  private GitRef ref(Location location, boolean shorthand) {
    String remote = shorthand ? location.remote.substring("https://".length()) : location.remote;
    String last = remote.substring(remote.lastIndexOf('/') + 1);
    return new GitRef(
        remote,
        last.endsWith(".git") ? last.substring(0, last.length() - ".git".length()) : last,
        ref,
        checksum,
        subDir,
        shorthand,
        !shorthand && (location.scheme.equals("http") || location.scheme.equals("git")),
        keepGitDir,
        submodules,
        modificationTime,
        fetchByCommit);
  }

  private static Optional<Location> github(String text) {
    return GoUrl.parse(text).map(url -> location(url.withScheme("https")));
  }

  private static Optional<Location> locate(String text) {
    if (text.startsWith("./") || text.startsWith("../")) {
      return Optional.empty();
    }
    int end = text.indexOf("://");
    if (end > 0 && text.substring(0, end).chars().allMatch(GitRefParser::isAlphanumeric)) {
      String scheme = text.substring(0, end).toLowerCase(Locale.ROOT);
      if (!SCHEMES.contains(scheme)) {
        return Optional.empty();
      }
      // A web address is a repository only if it says so.
      return GoUrl.parse(text)
          .map(GitRefParser::location)
          .filter(found -> !scheme.startsWith("http") || found.path.endsWith(".git"));
    }
    return scpStyle(text);
  }

  private static Location location(GoUrl url) {
    return new Location(url.scheme(), url.path(), url.query(), url.fragment(), url.withoutQueryAndFragment());
  }

  /** {@code user@host:path?query#fragment}. */
  private static Optional<Location> scpStyle(String text) {
    int at = text.indexOf('@');
    int colon = text.indexOf(':', at + 1);
    boolean matches =
        at > 0
            && colon > at + 1
            && text.substring(0, at).chars().allMatch(c -> isAlphanumeric(c) || c == '-' || c == '_')
            && text.substring(at + 1, colon).chars().allMatch(c -> isAlphanumeric(c) || c == '-' || c == '.')
            && text.indexOf('\n') < 0;
    if (!matches) {
      return Optional.empty();
    }
    String rest = text.substring(colon + 1);
    int hash = rest.indexOf('#');
    String fragment = hash < 0 ? "" : rest.substring(hash + 1);
    rest = hash < 0 ? rest : rest.substring(0, hash);
    int mark = rest.indexOf('?');
    String path = mark < 0 ? rest : rest.substring(0, mark);
    String remote = text.substring(0, colon + 1) + path;
    return GoUrl.parseQuery(mark < 0 ? "" : rest.substring(mark + 1))
        .map(query -> new Location("ssh", path, query, fragment, remote));
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Reads the query; gives back what is wrong with it. */
  private Optional<String> readQuery(Map<String, List<String>> query) {
    for (Map.Entry<String, List<String>> entry : query.entrySet()) {
      String key = entry.getKey();
      String value = entry.getValue().getFirst();
      Optional<String> problem;
      if (entry.getValue().size() > 1) {
        problem = Optional.of("query " + quote(key) + " has multiple values");
      } else if (value.isEmpty() && !SWITCHES.contains(key)) {
        problem = Optional.of("query " + quote(key) + " has no value");
      } else {
        problem = readOption(key, value);
      }
      if (problem.isPresent()) {
        return problem;
      }
    }
    return joinTagAndBranch();
  }

  private Optional<String> readOption(String key, String value) {
    return switch (key) {
      case "ref" -> setRef(value);
      case "tag" -> {
        tag = value;
        yield Optional.empty();
      }
      case "branch" -> {
        branch = value;
        yield Optional.empty();
      }
      case "subdir" -> setSubDir(value);
      case "checksum", "commit" -> {
        checksum = value;
        yield Optional.empty();
      }
      case "keep-git-dir", "submodules", "fetch-by-commit" -> readSwitch(key, value);
      case "mtime" -> setModificationTime(value);
      default -> Optional.of("unexpected query " + quote(key));
    };
  }

  private Optional<String> setRef(String value) {
    if (!ref.isEmpty() && !ref.equals(value)) {
      return Optional.of("ref conflicts: " + quote(ref) + " vs " + quote(value));
    }
    ref = value;
    return Optional.empty();
  }

  private Optional<String> setSubDir(String value) {
    if (!subDir.isEmpty() && !subDir.equals(value)) {
      return Optional.of("subdir conflicts: " + quote(subDir) + " vs " + quote(value));
    }
    subDir = value;
    return Optional.empty();
  }

  private Optional<String> setModificationTime(String value) {
    if (!value.equals("checkout") && !value.equals("commit")) {
      return Optional.of("invalid mtime value: " + quote(value) + " (must be \"checkout\" or \"commit\")");
    }
    modificationTime = value;
    return Optional.empty();
  }

  private Optional<String> readSwitch(String key, String value) {
    Optional<Boolean> read = value.isEmpty() ? Optional.of(true) : GoBool.parse(value).value();
    if (read.isEmpty()) {
      return Optional.of("invalid " + key + " value: " + quote(value));
    }
    switch (key) {
      case "keep-git-dir" -> keepGitDir = read;
      case "submodules" -> submodules = read;
      default -> fetchByCommit = read.get();
    }
    return Optional.empty();
  }

  private Optional<String> joinTagAndBranch() {
    Optional<String> problem = Optional.empty();
    if (!tag.isEmpty()) {
      problem = setRef(tag.startsWith(TAGS) ? tag : TAGS + tag);
    }
    if (problem.isEmpty() && !branch.isEmpty()) {
      problem =
          tag.isEmpty()
              ? setRef(branch.startsWith(BRANCHES) ? branch : BRANCHES + branch)
              : Optional.of("branch conflicts with tag");
    }
    return problem;
  }
}
