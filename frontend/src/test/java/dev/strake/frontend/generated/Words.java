package dev.strake.frontend.generated;

import java.util.ArrayList;
import java.util.List;

/** Paths, values, variables and their expansions, and what is wrong with them. */
final class Words {

  private static final List<String> NAMES =
      List.of("VERSION", "DIR", "APP_HOME", "TARGETARCH", "BUILDPLATFORM", "TAG", "empty", "PATH", "MISSING", "LANG");

  private final Draw draw;
  private final List<String> declared = new ArrayList<>(NAMES);

  Words(Draw draw) {
    this.draw = draw;
  }

  /** A variable's name, which the file may use afterwards. */
  String newName() {
    String name =
        draw.one("VERSION", "DIR", "APP_HOME", "TAG", "empty", "LANG", "DEBUG", "_x1", "PATH", "API_KEY", "user_name");
    declared.add(name);
    return name;
  }

  /** A variable's name that may be known here. */
  String name() {
    return draw.one(declared);
  }

  /** A variable with a modifier of each kind. */
  String variable() {
    String name = name();
    return switch (draw.number(0, 16)) {
      case 0, 1, 2 -> "$" + name;
      case 3, 4 -> "${" + name + "}";
      case 5 -> "${" + name + ":-" + inner() + "}";
      case 6 -> "${" + name + "-" + inner() + "}";
      case 7 -> "${" + name + ":+" + inner() + "}";
      case 8 -> "${" + name + "+" + inner() + "}";
      case 9 -> "${" + name + ":?" + draw.one("", "not set", "$TAG") + "}";
      case 10 -> "${" + name + draw.one("#", "##") + pattern() + "}";
      case 11 -> "${" + name + draw.one("%", "%%") + pattern() + "}";
      case 12 -> "${" + name + "/" + pattern() + "/" + inner() + "}";
      case 13 -> "${" + name + "//" + pattern() + "/" + inner() + "}";
      case 14 -> "\\$" + name;
      case 15 -> draw.one("$1", "$@", "$#", "$$", "$", "${1}", "$?");
      default -> "${" + name + ":-${" + name() + ":-" + inner() + "}}";
    };
  }

  private String inner() {
    return draw.one("", "x", "1.2", "$TAG", "${DIR}", draw.chance(10) ? "a b" : "a", "'$s'", "/opt", "é", "\\ ");
  }

  private String pattern() {
    return draw.one("*", "*/", "/*", "?", "1.*", "a", "[ab]", "\\*", "$TAG", "v", "*-", "");
  }

  /** A value for ENV, LABEL and ARG. */
  String value() {
    return switch (draw.number(0, 15)) {
      case 0, 1 -> draw.one("1", "x", "1.2.3", "/usr/local/bin", "a=b", "<&>", "é", "日本", "a,b", "#x", "a#b");
      case 2 -> "\"" + text() + "\"";
      case 3 -> "'" + text() + "'";
      case 4 -> "\"" + text() + " " + variable() + "\"";
      case 5 -> "'" + variable() + "'";
      case 6, 7, 8 -> variable();
      case 9 -> "/opt/" + variable() + "/bin:" + variable();
      case 10 -> "a\\ b";
      case 11 -> "\"a\\\"b\\\\c\\n\"";
      case 12 -> "";
      case 13 -> "x\"y z\"'w v'";
      case 14 -> "\"\"";
      default -> "\"{\\\"k\\\": [1, \\\"v\\\"]}\"";
    };
  }

  private String text() {
    return draw.one("", "two words", "  inner  ", "tab\there", "https://example.com/?a=1&b=2", "ü\u00a0ü", "$HOME", "`x`");
  }

  /** A file or folder in the context. */
  String source() {
    return switch (draw.number(0, 12)) {
      case 0, 1, 2 -> draw.one("src", "package.json", "go.mod", "./conf", "app/", ".", "/abs/file", "dist/*.js");
      case 3 -> draw.one("*.txt", "a?c", "[a-c]*", "**/x", "file[[]01].txt", "b*/../c");
      case 4 -> draw.one("../up", "a/../b", "./", "//x", "README.md", "node_modules/x");
      case 5 -> "src/" + variable();
      case 6 -> variable();
      case 7 -> "\"with space\"";
      case 8 -> "with\\ space";
      case 9 -> "ü.txt";
      default -> draw.one("main.go", "requirements.txt", "entry.sh", "lib", "etc/app.conf", "a/./b/c.txt");
    };
  }

  /** A place in the image. */
  String target() {
    return switch (draw.number(0, 10)) {
      case 0, 1, 2 -> draw.one("/app/", "/app", ".", "./", "/", "/usr/local/bin/tool", "relative/dir/");
      case 3 -> draw.one("../x", "/a/../b/", "/a//b", "~", "/ü/");
      case 4, 5 -> variable();
      case 6 -> "/opt/" + variable() + "/";
      case 7 -> "\"/with space/\"";
      case 8 -> draw.one("C:\\\\app\\\\", "c:/x", "D:/y", "..\\\\z", "\\\\root");
      default -> draw.one("/etc/app.conf", "/srv", "/root/.cache", "bin/", "/var/lib/x/");
    };
  }

  /** A folder for WORKDIR and VOLUME. */
  String folder() {
    return switch (draw.number(0, 5)) {
      case 0 -> draw.one("sub", "sub/dir/", "..", ".", "/");
      case 1 -> variable();
      case 2 -> "/srv/" + variable();
      case 3 -> draw.one("\"/quoted dir\"", "/a/../b", "C:\\\\app", "/ü");
      default -> draw.one("/app", "/usr/src/app", "/work", "/home/user");
    };
  }

  /** A command line for a shell. */
  String command() {
    return draw.one(
        "apt-get update && apt-get install -y curl",
        "echo \"$VERSION\" > /etc/version",
        "make -j$(nproc) # all",
        "set -eux; for i in 1 2; do echo $i; done",
        "npm ci --omit=dev",
        "echo '<&>' | tr a-z A-Z",
        "pip install \"x==${VERSION}\"",
        "true",
        "cat <<< here",
        "echo \\$HOME ${DIR:-/tmp}",
        "printf '%s\\n' é 日本",
        "[ -f /x ] || exit 1",
        "./configure --prefix=/usr");
  }

  /** Words in JSON's form, some of which are not JSON. */
  String exec() {
    return switch (draw.number(0, 11)) {
      case 0, 1, 2, 3 -> "[" + draw.several(1, 4, draw.one(", ", ","), this::json) + "]";
      case 4 -> "[ " + json() + " ]  ";
      case 5 -> draw.one("[]", "[\"\"]", "[\"a\",]", "[1]", "['a']", "[\"a\" \"b\"]", "[\"a\"] b", "[\"\\u00e9\\/\"]");
      default -> command();
    };
  }

  private String json() {
    return draw.one("\"sh\"", "\"-c\"", "\"echo $VERSION\"", "\"a b\"", "\"<&>\"", "\"\\\"q\\\"\"", "\"/x\"", "\"é\"");
  }
}
