package dev.strake.frontend.stage;

import dev.strake.frontend.context.GitRef;
import dev.strake.llb.Digests;
import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoUrl;
import java.util.Optional;

/** What the URLs of remote sources say. */
public final class RemoteUrls {

  private static final String UNNAMED = "__unnamed__";

  private RemoteUrls() {}

  /** Whether it is a file of a web server, and no git repository there. */
  public static boolean isHttp(String source) {
    boolean http = source.startsWith("http://") || source.startsWith("https://");
    return http && !(GitRef.parse(source) instanceof GitRef.Found);
  }

  /** The name of the file that a URL is fetched to. */
  public static String filename(String url) {
    return GoUrl.parse(url)
        .map(parsed -> GoPath.base(parsed.path()))
        .filter(base -> !base.equals(".") && !base.equals("/"))
        .orElse(UNNAMED);
  }

  /** What is wrong with a file's checksum; absent where nothing is, or there is none. */
  public static Optional<String> checksumProblem(String checksum) {
    return checksum.isEmpty() ? Optional.empty() : Digests.problem(checksum);
  }
}
