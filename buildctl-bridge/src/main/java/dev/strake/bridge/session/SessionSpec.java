package dev.strake.bridge.session;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the daemon may ask of this side during a build. Immutable.
 *
 * @param sharedKey tells the daemon which local folders of earlier builds these are newer versions of; empty for none
 * @param locals the folders that it may read, by the names that the build knows them by
 * @param secrets the secrets that it may read, by id
 * @param credentials the credentials for registries; absent to have the daemon pull and push as nobody
 */
public record SessionSpec(
    String sharedKey,
    Map<String, Path> locals,
    Map<String, SecretSource> secrets,
    Optional<RegistryCredentials> credentials) {

  private static final SessionSpec EMPTY = builder().build();

  public SessionSpec {
    locals = Map.copyOf(locals);
    secrets = Map.copyOf(secrets);
  }

  /** Offers nothing. */
  public static SessionSpec empty() {
    return EMPTY;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects a spec. Not thread-safe. */
  public static final class Builder {
    private String sharedKey = "";
    private final Map<String, Path> locals = new LinkedHashMap<>();
    private final Map<String, SecretSource> secrets = new LinkedHashMap<>();
    private Optional<RegistryCredentials> credentials = Optional.empty();

    private Builder() {}

    public Builder sharedKey(String key) {
      this.sharedKey = key;
      return this;
    }

    public Builder local(String name, Path directory) {
      locals.put(name, directory);
      return this;
    }

    public Builder secret(String id, SecretSource source) {
      secrets.put(id, source);
      return this;
    }

    public Builder credentials(RegistryCredentials provider) {
      this.credentials = Optional.of(provider);
      return this;
    }

    public SessionSpec build() {
      return new SessionSpec(sharedKey, locals, secrets, credentials);
    }
  }
}
