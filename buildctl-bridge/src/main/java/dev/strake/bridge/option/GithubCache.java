package dev.strake.bridge.option;

import dev.strake.llb.go.GoBool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Completes the attributes of a cache of type {@code gha} with what GitHub's runner says in variables. */
final class GithubCache {

  private static final String URL = "url";
  private static final String URL_V2 = "url_v2";
  private static final String TOKEN = "token";
  private static final String FORM = "run in a workflow of GitHub's, or add url= and token=";

  private final Map<String, String> environment;

  GithubCache(Map<String, String> environment) {
    this.environment = environment;
  }

  Map<String, String> complete(Map<String, String> given) {
    Map<String, String> attributes = new LinkedHashMap<>(given);
    String version = attributes.getOrDefault("version", isSecondVersion() ? "2" : "");
    if (version.equals("2")) {
      variable("ACTIONS_RESULTS_URL").ifPresent(url -> attributes.putIfAbsent(URL_V2, url));
    }
    variable("ACTIONS_CACHE_URL")
        .or(() -> variable("ACTIONS_RESULTS_URL"))
        .ifPresent(url -> attributes.putIfAbsent(URL, url));
    if (!attributes.containsKey(URL) && !attributes.containsKey(URL_V2)) {
      throw new OptionException("cache with type gha requires url parameter to be set", FORM);
    }
    variable("ACTIONS_RUNTIME_TOKEN").ifPresent(token -> attributes.putIfAbsent(TOKEN, token));
    if (!attributes.containsKey(TOKEN)) {
      throw new OptionException("cache with type gha requires token parameter or $ACTIONS_RUNTIME_TOKEN", FORM);
    }
    return attributes;
  }

  private boolean isSecondVersion() {
    return variable("ACTIONS_CACHE_SERVICE_V2").flatMap(text -> GoBool.parse(text).value()).orElse(false);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }
}
