package dev.strake.frontend.context;

import static dev.strake.llb.go.GoQuote.quote;

import dev.strake.frontend.context.GitRef.Found;
import dev.strake.frontend.context.GitRef.Malformed;
import dev.strake.frontend.context.GitRef.NotGit;
import dev.strake.llb.GitRemote;
import dev.strake.llb.go.GoBool;
import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@link GitRef}s. */
final class GitRefParser {

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

  static GitRef.Result parse(String text) {
    boolean shorthand = text.startsWith("github.com/");
    Optional<GitRemote> remote = shorthand ? github(text) : locate(text);
    if (remote.isEmpty()) {
      return new NotGit();
    }
    GitRefParser parser = new GitRefParser(remote.get().fragment());
    Optional<String> problem = parser.readQuery(remote.get().query());
    return problem.isPresent() ? new Malformed(problem.get()) : new Found(parser.ref(remote.get(), shorthand));
  }

  private GitRef ref(GitRemote found, boolean shorthand) {
    String remote = shorthand ? found.remote().substring("https://".length()) : found.remote();
    String last = remote.substring(remote.lastIndexOf('/') + 1);
    return new GitRef(
        remote,
        last.endsWith(".git") ? last.substring(0, last.length() - ".git".length()) : last,
        ref,
        checksum,
        subDir,
        shorthand,
        !shorthand && (found.scheme().equals("http") || found.scheme().equals("git")),
        keepGitDir,
        submodules,
        modificationTime,
        fetchByCommit);
  }

  private static Optional<GitRemote> github(String text) {
    return GoUrl.parse(text).map(url -> GitRemote.of(url.withScheme("https")));
  }

  private static Optional<GitRemote> locate(String text) {
    if (text.startsWith("./") || text.startsWith("../")) {
      return Optional.empty();
    }
    // A web address is a repository only if it says so.
    return GitRemote.parse(text)
        .value()
        .filter(found -> !found.scheme().startsWith("http") || found.path().endsWith(".git"));
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
