package dev.strake.frontend.generated;

/** {@code RUN} with its flags, mounts and here-documents. */
final class Runs {

  private final Draw draw;
  private final Words words;
  private final Copies.Stages stages;

  Runs(Draw draw, Words words, Copies.Stages stages) {
    this.draw = draw;
    this.words = words;
    this.stages = stages;
  }

  String run() {
    String flags =
        draw.maybe(30, () -> draw.several(1, 3, " ", this::mount) + " ")
            + draw.maybe(6, () -> "--network=" + draw.one("none", "host", "default") + " ")
            + draw.maybe(3, () -> "--security=" + draw.one("insecure", "sandbox") + " ");
    return "RUN " + flags + draw.made(words::command, words::command, this::chain, words::exec, this::heredoc);
  }

  /** Lines that are continued, with what may stand between them. */
  private String chain() {
    return draw.several(2, 5, draw.one(" && \\\n    ", " \\\n# between\n && ", " \\\n\n  && ", " && \\  \n\t"), words::command);
  }

  private String heredoc() {
    return switch (draw.number(0, 5)) {
      case 0 -> "<<EOF\n" + body() + "EOF";
      case 1 -> "<<-'EOT'\n\t" + body() + "\tEOT";
      case 2 -> "<<EOF bash -e\n" + body() + "EOF";
      case 3 -> "<<EOF\n#!/usr/bin/env python3\n" + body() + "EOF";
      case 4 -> "cat <<A >/a && cat <<B >/b\na $VERSION\nA\nb\nB";
      default -> "python3 - <<'PY' && true\nprint(\"$x\")\nPY";
    };
  }

  private String body() {
    return draw.several(0, 3, "", () -> words.command() + "\n");
  }

  private String mount() {
    String target = draw.one("target=", "dst=", "destination=") + draw.one("/root/.cache", "/m", "rel", "$DIR/x", "/m/../n");
    return "--mount=" + switch (draw.number(0, 9)) {
      case 0, 1, 2 -> "type=cache," + target + cache();
      case 3, 4 -> "type=bind," + target + bind();
      case 5 -> target + bind();
      case 6 -> "type=tmpfs," + target + draw.maybe(50, () -> ",size=" + draw.one("64m", "1g", "1048576", "1.5GiB"));
      case 7, 8 -> "type=secret" + secret();
      default -> "type=ssh" + draw.maybe(40, () -> ",id=" + draw.one("default", "key")) + owned() + required();
    };
  }

  private String cache() {
    return draw.maybe(40, () -> ",id=" + draw.one("npm", "$VERSION", "a/b"))
        + draw.maybe(30, () -> ",sharing=" + draw.one("locked", "shared", "private"))
        + draw.maybe(15, () -> ",from=" + stages.any())
        + draw.maybe(15, () -> ",source=" + draw.one("/x", "sub", "/"))
        + draw.maybe(15, () -> draw.one(",ro", ",readonly=true", ",rw"))
        + owned();
  }

  private String bind() {
    return draw.maybe(50, () -> ",from=" + stages.any())
        + draw.maybe(50, () -> draw.one(",source=", ",src=") + draw.one(".", "/app", "package.json", "${DIR:-y}", "/"))
        + draw.maybe(30, () -> draw.one(",rw", ",readwrite", ",ro", ",readonly=false", ",rw=false"));
  }

  private String secret() {
    return draw.one(",id=token", ",id=dir/token", ",target=/run/key", ",src=token", ",source=a,id=b")
        + draw.maybe(40, () -> draw.one(",env=TOKEN", ",env=API_KEY,target=/t", ",env"))
        + owned()
        + required();
  }

  private String owned() {
    return draw.maybe(15, () -> ",uid=" + draw.one("1000", "0"))
        + draw.maybe(10, () -> ",gid=1000")
        + draw.maybe(15, () -> ",mode=" + draw.one("0755", "0400", "777"));
  }

  private String required() {
    return draw.maybe(25, () -> draw.one(",required", ",required=true", ",required=false"));
  }
}
