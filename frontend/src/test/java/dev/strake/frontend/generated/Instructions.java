package dev.strake.frontend.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One instruction after another, and now and then one that is wrong. */
final class Instructions {

  private static final List<String> WRONG =
      List.of(
          "FROMM alpine", "RUN", "COPY a", "COPY --form=x a /b", "ENV A", "ENV =x", "ADD --checksum=sha256:1 a /b",
          "LABEL", "EXPOSE", "EXPOSE 80/sctp2", "WORKDIR", "USER", "STOPSIGNAL SIGNOPE", "STOPSIGNAL $MISSING",
          "SHELL []", "SHELL bash", "HEALTHCHECK", "HEALTHCHECK --interval=1us CMD x", "HEALTHCHECK NONE x",
          "ONBUILD FROM x", "ONBUILD ONBUILD RUN x", "VOLUME", "RUN --mount=type=bind x",
          "RUN --mount=type=cache,target=/ x", "RUN --mount=typ=bind,target=/x x",
          "RUN --mount=type=cache,target=/x,sharing=lock x", "RUN --mount=type=tmpfs,target=/x,size=1q x",
          "RUN --mount=type=bind,from=$A,target=/x x", "RUN --network=wifi x", "RUN --security=none x",
          "COPY --from=0 --from=1 a b", "COPY --chmod=9 a /b", "COPY --link=maybe a /b", "ENV A=${B:?needed}",
          "ENV A=${B", "LABEL a=\"b", "ARG 1=2 =3", "ADD --keep-git-dir a /b", "COPY <<EOF", "RUN <<EOF\nno end",
          "CMD --x y", "MAINTAINER", "COPY --chown=${X:?} a /b", "COPY --parents=x a /b", "ENTRYPOINT",
          "WORKDIR ${MISSING:?m}", "EXPOSE 70000", "EXPOSE 90-80", "USER ${", "VOLUME [\"\"]", "COPY --unknown a /b",
          "ADD --unpack=x a /b", "COPY --exclude a b", "FROM", "FROM a b", "FROM --platform=x/y/z/w alpine",
          "RUN --mount=type=cache,target=/x,mode=9 x", "RUN --mount=type=secret,id=a,uid=x y",
          "RUN --device=a/b=c,d=e x", "RUN --mount=type=tmpfs,target=/x,size=-1 y", "COPY --from=1x a b",
          "COPY --from=99 a b", "COPY --from=-1 a b", "COPY --chmod=u=q a /b", "COPY --chown=a:b:c x /",
          "ADD --checksum=md5:1 https://example.com/a /", "ENV A=${B!}", "ENV A=${B:=c}", "LABEL =x", "LABEL a",
          "EXPOSE 1-", "EXPOSE :80:", "EXPOSE 80/tcp/udp", "STOPSIGNAL 65", "HEALTHCHECK --retries=-1 CMD x",
          "HEALTHCHECK --timeout=1x CMD x", "HEALTHCHECK BAD x", "SHELL [\"a\"", "VOLUME []", "ONBUILD",
          "ONBUILD NOPE x", "ONBUILD COPY a", "RUN <<A <<B\na\nB\nb", "COPY a <<EOF\nx\nEOF", "ARG a= b==c d",
          "ADD https://example.com/x.git?mtime=x /", "ADD https://example.com/x.git?tag=a&branch=b /", "ENV a",
          "ENV \"a=b", "COPY [\"a\"] b", "RUN --mount=type=bind,target=/x,from=$A y", "RUN --unknown x",
          "MAINTAINER", "# escape=`", "FROM alpine AS 1x", "FROM alpine:UP:x", "ARG", "# escape=|",
          "RUN --mount=from=nothere2,target=/x,required x");

  private final Draw draw;
  private final Words words;
  private final Copies copies;
  private final Runs runs;

  Instructions(Draw draw, Words words, Copies.Stages stages) {
    this.draw = draw;
    this.words = words;
    this.copies = new Copies(draw, words, stages);
    this.runs = new Runs(draw, words, stages);
  }

  String wrong() {
    return draw.one(WRONG);
  }

  String next() {
    String line = draw.made(
        runs::run, runs::run, runs::run, copies::copy, copies::copy, copies::copy, copies::add, this::env, this::env,
        this::arg, this::arg, this::label, this::workdir, this::workdir, this::user, this::volume, this::expose,
        this::command, this::shell, this::healthcheck, this::onbuild, this::other);
    return cased(line);
  }

  /** An instruction in front of the first stage. */
  String globalArg() {
    return cased(arg());
  }

  private String arg() {
    return "ARG " + draw.several(1, draw.chance(80) ? 1 : 3, " ", () -> words.newName() + defaultValue());
  }

  private String defaultValue() {
    return draw.maybe(65, () -> "=" + words.value());
  }

  private String cased(String line) {
    int end = line.indexOf(' ');
    String keyword = draw.chance(92) ? line.substring(0, end) : line.substring(0, end).toLowerCase(Locale.ROOT);
    return keyword + draw.one(" ", " ", " ", " ", "  ", "\t", " \\\n  ") + line.substring(end + 1);
  }

  private String env() {
    if (draw.chance(12)) {
      return "ENV " + words.newName() + " " + draw.one("legacy value", "a b  c", "$DIR \"q\"", "x=y z");
    }
    String between = draw.one(" ", " ", " \\\n    ", "  ", " \\\n# note\n    ");
    return "ENV " + draw.several(1, 3, between, () -> draw.chance(90) ? words.newName() + "=" + words.value() : pathEntry());
  }

  private String pathEntry() {
    return "PATH=" + draw.one("$PATH:/x", "/x:${PATH}", "\"/a b:$PATH\"");
  }

  private String label() {
    String key = draw.one("a.b.c", "\"quoted key\"", "$TAG", "org.opencontainers.image.title", "é", "K");
    return "LABEL " + (draw.chance(10) ? key + " legacy $VERSION" : key + "=" + words.value() + " x=" + words.value());
  }

  private String workdir() {
    return "WORKDIR " + words.folder();
  }

  private String user() {
    return "USER " + draw.one("root", "1000:1000", "app", "$user_name", "${MISSING:-nobody}", "a b");
  }

  private String volume() {
    return "VOLUME " + draw.one("/data", "/a /b", "[\"/x\", \"/y z\"]", "[\"/x\"", words.folder());
  }

  private String expose() {
    return "EXPOSE " + draw.several(1, 3, " ", () ->
        draw.one("80", "443/tcp", "53/UDP", "8000-8003", "9000-9001/udp", "${VERSION}", "$MISSING", "10:20", "0.0.0.0:80:81"));
  }

  private String command() {
    return draw.one("CMD ", "ENTRYPOINT ") + words.exec();
  }

  private String shell() {
    return "SHELL " + draw.one("[\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]", "[\"cmd\", \"/S\", \"/C\"]", "[\"sh\"]");
  }

  private String healthcheck() {
    if (draw.chance(20)) {
      return "HEALTHCHECK " + draw.one("NONE", "none");
    }
    String flags =
        draw.maybe(40, () -> "--interval=" + draw.one("30s", "1m30s", "1.5h", "0") + " ")
            + draw.maybe(30, () -> "--timeout=" + draw.one("5s", "100ms") + " ")
            + draw.maybe(20, () -> "--start-period=1m ")
            + draw.maybe(10, () -> "--start-interval=2s ")
            + draw.maybe(30, () -> "--retries=" + draw.one("3", "0", "10") + " ");
    return "HEALTHCHECK " + flags + draw.one("CMD ", "cmd ") + words.exec();
  }

  private String onbuild() {
    return "ONBUILD " + draw.made(
        runs::run, copies::copy, copies::add, this::env, this::label, this::workdir, this::user, this::arg,
        this::command, this::expose);
  }

  private String other() {
    return draw.one("STOPSIGNAL SIGTERM", "STOPSIGNAL 9", "MAINTAINER Jane <j@example.com>");
  }

  /** Some instructions, with comments between them. */
  List<String> several(int low, int high) {
    List<String> lines = new ArrayList<>();
    int count = draw.number(low, high);
    for (int i = 0; i < count; i++) {
      if (draw.chance(15)) {
        lines.add(comment());
      }
      lines.add(draw.maybe(8, () -> draw.one("  ", "\t")) + next() + draw.maybe(4, () -> draw.one(" ", "\t ")));
    }
    return lines;
  }

  private String comment() {
    return draw.one(
        "", "# comment", "  # indented", "#", "# check=skip=JSONArgsRecommended", "#check=skip=all", "# builder is here",
        "# VERSION the version", "   ");
  }
}
