package dev.strake.frontend.standin;

import dev.strake.llb.Platform;
import java.util.StringJoiner;

/**
 * One image's configuration as JSON text. The forms are those that real images have, and those that a reader of
 * configurations stumbles over: an Env entry without {@code =}, keys in another case, fields of other tools, characters
 * that Go escapes.
 */
record StandInConfig(StandInTraits traits, Platform platform) {

  private static final String PATH = "\"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\"";

  static String platformFields(Platform platform) {
    String fields = "\"architecture\":\"" + platform.architecture() + "\",\"os\":\"" + platform.os() + "\"";
    if (!platform.variant().isEmpty()) {
      fields += ",\"variant\":\"" + platform.variant() + "\"";
    }
    if (!platform.osVersion().isEmpty()) {
      fields += ",\"os.version\":\"" + platform.osVersion() + "\"";
    }
    return fields;
  }

  String json() {
    StringJoiner json = new StringJoiner(",", "{", "}");
    json.add(platformFields(platform));
    json.add(writing());
    if (!traits.bare()) {
      json.add((traits.writing() == 3 ? "\"Config\":{" : "\"config\":{") + settings() + "}");
    }
    json.add("\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"" + StandInLayer.BLOB.digest() + "\"]}");
    json.add(
        "\"history\":[{\"created\":\"2024-05-01T10:11:12.5Z\",\"created_by\":\"/bin/sh -c #(nop) ADD file:"
            + traits.name().hashCode() + " in / \"},{\"created\":\"2024-05-01T10:11:13Z\",\"created_by\":"
            + "\"CMD [\\\"sh\\\"] \\u0026\\u0026 <x>\",\"comment\":\"buildkit.dockerfile.v0\",\"empty_layer\":true}]");
    return json.toString();
  }

  private String writing() {
    return switch (traits.writing()) {
      case 1 -> "\"created\":\"2024-05-01T10:11:13.123456789Z\",\"author\":\"Jos\u00e9 <a&b@example.org>\"";
      case 2 -> "\"container\":\"0123456789ab\",\"docker_version\":\"20.10.7\",\"created\":\"2021-01-02T03:04:05Z\"";
      case 3 -> "\"Created\":\"2021-01-02T03:04:05+02:00\"";
      case 4 -> "\"created\":\"1970-01-01T00:00:00Z\",\"moby.buildkit.buildinfo.v1\":\"e30=\"";
      default -> "\"created\":\"2024-05-01T10:11:13Z\"";
    };
  }

  private String settings() {
    StringJoiner settings = new StringJoiner(",");
    add(settings, user());
    add(settings, environment());
    add(settings, workingDir());
    add(settings, shell());
    add(settings, onBuild());
    add(settings, healthcheck());
    add(settings, labels());
    add(settings, command());
    add(settings, extras());
    return settings.toString();
  }

  private static void add(StringJoiner settings, String fields) {
    if (!fields.isEmpty()) {
      settings.add(fields);
    }
  }

  private String user() {
    return switch (traits.user()) {
      case 1 -> "\"User\":\"app\"";
      case 2 -> "\"User\":\"1000:1000\"";
      case 3 -> "\"User\":\"\"";
      default -> "";
    };
  }

  private String environment() {
    return switch (traits.environment()) {
      case 1 -> "\"Env\":[" + PATH + ",\"LANG=C.UTF-8\",\"NOVALUE\",\"EMPTY=\",\"PAIR=a=b\"]";
      case 2 -> "\"Env\":[\"FIRST=1\",\"SECOND=2\",\"FIRST=3\"]";
      case 3 -> "\"Env\":[\"JAVA_HOME=/opt/java\",\"PATH=/opt/java/bin:/usr/bin:/bin\",\"HTML=<a>&\\u2028\\u00e9\"]";
      case 4 -> "\"Env\":null";
      default -> "\"Env\":[" + PATH + "]";
    };
  }

  private String workingDir() {
    return switch (traits.workingDir()) {
      case 1 -> "\"WorkingDir\":\"/srv/app\"";
      case 2 -> "\"WorkingDir\":\"/\"";
      case 3 -> "\"WorkingDir\":\"relative/dir\"";
      default -> "";
    };
  }

  private String shell() {
    return switch (traits.shell()) {
      case 1 -> "\"Shell\":[\"/bin/bash\",\"-o\",\"pipefail\",\"-c\"]";
      case 2 -> "\"Shell\":[\"powershell\",\"-Command\"]";
      default -> "";
    };
  }

  private String onBuild() {
    return switch (traits.onBuild()) {
      case 1 -> "\"OnBuild\":[\"ARG ONBUILD_ARG=from-base\",\"RUN echo $ONBUILD_ARG\",\"COPY . /onbuild/\"]";
      case 2 -> "\"OnBuild\":[\"ENV ONBUILD_ENV=set\",\"WORKDIR sub\",\"LABEL onbuild=\\\"yes & no\\\"\"]";
      case 3 -> "\"OnBuild\":[]";
      case 7 -> "\"OnBuild\":[\"COPY --from=registry.test/other /etc/passwd /other\"]";
      case 8 -> "\"OnBuild\":[\"FROM scratch\"]";
      case 9 -> "\"OnBuild\":[\"RUN <<EOT\\necho heredoc\\nEOT\"]";
      default -> "";
    };
  }

  private String healthcheck() {
    return switch (traits.healthcheck()) {
      case 1 -> "\"Healthcheck\":{\"Test\":[\"CMD-SHELL\",\"true || exit 1\"],\"Interval\":30000000000,\"Retries\":3}";
      case 2 -> "\"Healthcheck\":{\"Test\":[\"NONE\"]}";
      default -> "";
    };
  }

  private String labels() {
    return switch (traits.labels()) {
      case 1 -> "\"Labels\":{\"maintainer\":\"base <base@example.org>\",\"z\":\"last\",\"a\":\"first\"}";
      case 2 -> "\"Labels\":null";
      default -> "";
    };
  }

  private String command() {
    return switch (traits.command()) {
      case 1 -> "\"Entrypoint\":[\"/entry.sh\"],\"Cmd\":[\"serve\",\"--now\"]";
      case 2 -> "\"Cmd\":[\"/bin/sh\",\"-c\",\"echo hi && sleep 1\"],\"ArgsEscaped\":true";
      case 3 -> "\"Entrypoint\":null,\"Cmd\":null";
      default -> "\"Cmd\":[\"sh\"]";
    };
  }

  private String extras() {
    return switch (traits.extras()) {
      case 1 -> "\"ExposedPorts\":{\"80/tcp\":{},\"53/udp\":{}},\"Volumes\":{\"/data\":{}},\"StopSignal\":\"SIGQUIT\"";
      case 2 -> "\"Hostname\":\"0123456789ab\",\"AttachStdin\":false,\"Image\":\"sha256:00\",\"Tty\":true";
      default -> "";
    };
  }
}
