package dev.strake.bridge.session;

import dev.strake.llb.go.GoJsonForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Docker's client reads its files into: a field of another type is told of, whether or not it matters here. */
final class DockerConfigForm {

  private static final GoJsonForm TEXT = new GoJsonForm.Text();
  private static final GoJsonForm TEXTS = new GoJsonForm.MapOf(TEXT);
  private static final GoJsonForm AUTH =
      GoJsonForm.Struct.of(
          "types.AuthConfig",
          List.of("username", "password", "auth", "serveraddress", "identitytoken", "registrytoken"),
          TEXT);
  private static final GoJsonForm PROXY =
      GoJsonForm.Struct.of(
          "configfile.ProxyConfig", List.of("httpProxy", "httpsProxy", "noProxy", "ftpProxy", "allProxy"), TEXT);

  /** {@code config.json}. */
  static final GoJsonForm.Struct FILE = new GoJsonForm.Struct("configfile.ConfigFile", fields());

  /** The variable, which has registries alone, each with nothing but a user and a password. */
  static final GoJsonForm.Struct VARIABLE =
      new GoJsonForm.Struct(
          "configfile.configEnv",
          Map.of(
              "auths",
              new GoJsonForm.MapOf(new GoJsonForm.Struct("configfile.configEnvAuth", Map.of("auth", TEXT)))));

  /** What a credential helper prints. */
  static final GoJsonForm.Struct HELPER_ANSWER =
      GoJsonForm.Struct.of("credentials.Credentials", List.of("ServerURL", "Username", "Secret"), TEXT);

  private DockerConfigForm() {}

  private static Map<String, GoJsonForm> fields() {
    Map<String, GoJsonForm> fields = new HashMap<>();
    for (String format :
        List.of("ps", "images", "networks", "plugins", "volumes", "stats", "services", "tasks", "secret", "config")) {
      fields.put(format + "Format", TEXT);
    }
    for (String text : List.of("nodesFormat", "serviceInspectFormat", "detachKeys", "credsStore", "currentContext")) {
      fields.put(text, TEXT);
    }
    for (String texts : List.of("HttpHeaders", "credHelpers", "aliases", "features")) {
      fields.put(texts, TEXTS);
    }
    for (String list : List.of("pruneFilters", "cliPluginsExtraDirs")) {
      fields.put(list, new GoJsonForm.ListOf(TEXT));
    }
    fields.put("auths", new GoJsonForm.MapOf(AUTH));
    fields.put("proxies", new GoJsonForm.MapOf(PROXY));
    fields.put("plugins", new GoJsonForm.MapOf(TEXTS));
    return fields;
  }
}
