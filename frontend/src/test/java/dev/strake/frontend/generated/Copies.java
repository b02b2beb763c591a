package dev.strake.frontend.generated;

import java.util.List;

/** {@code ADD} and {@code COPY}, each with its flags, sources and here-documents. */
final class Copies {

  private static final String CHECKSUM = "sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d";
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  private final Draw draw;
  private final Words words;
  private final Stages stages;

  Copies(Draw draw, Words words, Stages stages) {
    this.draw = draw;
    this.words = words;
    this.stages = stages;
  }

  String copy() {
    String flags = common() + draw.maybe(35, () -> "--from=" + stages.any() + " ") + draw.maybe(8, () -> "--parents ");
    return "COPY " + flags + draw.made(this::files, this::files, this::files, this::json, this::heredoc);
  }

  String add() {
    String flags = common();
    return switch (draw.number(0, 5)) {
      case 0 -> "ADD " + flags + checksum(CHECKSUM) + unpack() + url() + " " + words.target();
      case 1 -> "ADD " + flags + checksum(COMMIT) + keepGitDir() + git() + " " + words.target();
      case 2 -> "ADD " + flags + unpack() + draw.one("app.tar.gz", "a.tar b.tgz", "*.tar.xz") + " /opt/";
      case 3 -> "ADD " + flags + heredoc();
      case 4 -> "ADD " + flags + json();
      default -> "ADD " + flags + files();
    };
  }

  /** The flags that both have. */
  private String common() {
    return draw.maybe(20, () -> "--chown=" + owner() + " ")
        + draw.maybe(15, () -> "--chmod=" + draw.one("755", "0644", "u+x", "u=rwX,go=rX", "a-w", "$MISSING", "4755") + " ")
        + draw.maybe(20, () -> "--link" + draw.one("", "", "=true", "=false") + " ")
        + draw.maybe(10, () -> draw.several(1, 2, " ", () -> "--exclude=" + draw.one("*.md", "**/x", "$DIR", "!a")) + " ");
  }

  private String owner() {
    return draw.one("1000:1000", "app", "app:grp", "0", "007:08", "$VERSION", "${MISSING:-root}:root", ":5", "1000:");
  }

  private String checksum(String sum) {
    return draw.maybe(35, () -> "--checksum=" + sum + " ");
  }

  private String unpack() {
    return draw.maybe(25, () -> "--unpack" + draw.one("", "=true", "=false") + " ");
  }

  private String keepGitDir() {
    return draw.maybe(40, () -> "--keep-git-dir" + draw.one("", "=true", "=false") + " ");
  }

  private String url() {
    return draw.one(
        "https://example.com/app.tar.gz",
        "http://example.com/dir/",
        "https://example.com/a%20b?x=1#frag",
        "https://example.com/${VERSION}/x.zip",
        "https://example.com/a.txt https://example.com/b.txt");
  }

  private String git() {
    return draw.one(
        "https://github.com/moby/buildkit.git#v0.10.0:frontend",
        "https://github.com/moby/buildkit.git",
        "https://github.com/moby/buildkit.git?tag=v1&subdir=docs",
        "https://github.com/moby/buildkit.git?branch=main&checksum=" + COMMIT,
        "https://example.com/x.git?submodules=false",
        "git://example.com/x.git#" + COMMIT,
        "https://example.com/x.git?unknown=1");
  }

  private String files() {
    return draw.several(1, 3, " ", words::source) + " " + words.target();
  }

  private String json() {
    return draw.one(
        "[\"a b\", \"c\", \"/d e/\"]", "[\"src\", \"/app\"]", "[ \"$DIR\",\"/x/\" ]", "[\"a\", \"b\"");
  }

  private String heredoc() {
    String name = draw.one("EOF", "file.txt", "a-b_c");
    String open = draw.one("<<" + name, "<<-" + name, "<<'" + name + "'", "<<\"" + name + "\"");
    String body = draw.several(0, 3, "", () -> draw.one(
        "hello $VERSION\n", "\ttabbed ${DIR:-x}\n", "# comment?\n", "\\$HOME \\\\ \\\n", "\n", "<html>&amp;\n"));
    String second = draw.maybe(20, () -> " <<SECOND");
    String more = second.isEmpty() ? "" : "second\nSECOND\n";
    String target = draw.one("/etc/app.conf", "/dest/", ".", "$DIR/x");
    return open + second + " " + target + "\n" + body + name + (more.isEmpty() ? "" : "\n" + more.stripTrailing());
  }

  /** The stages that the file has so far. */
  record Stages(Draw draw, List<String> names) {

    /** A name of a stage or an image to copy from. */
    String any() {
      if (!names.isEmpty() && draw.chance(75)) {
        String name = draw.one(names);
        return draw.chance(10) ? name.toUpperCase(java.util.Locale.ROOT) : name;
      }
      return draw.one("0", "registry.test/tools:1", "busybox", "alpine:3.20", "nothere");
    }
  }
}
