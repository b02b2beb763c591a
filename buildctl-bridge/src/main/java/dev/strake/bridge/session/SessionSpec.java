package dev.strake.bridge.session;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the daemon may ask of this side during a build. Immutable.
 *
 * <pre>{@code
 * SessionSpec session =
 *     SessionSpec.builder()
 *         .local("context", Path.of("."))
 *         .secret("token", new SecretSource.File(Path.of("token.txt")))
 *         .ssh("default", SshSource.of("default", List.of(), false, Surroundings.ofProcess()))
 *         .build();
 * }</pre>
 *
 * @param sharedKey tells the daemon which local folders of earlier builds these are newer versions of; empty for none
 * @param locals the folders that it may read, by the names that the build knows them by
 * @param secrets the secrets that it may read, by id
 * @param ssh the SSH agents and sockets that it may use, by id
 * @param uploads streams that it may read once, by id
 * @param ociLayouts the OCI layouts whose blobs it may read and write, by the names that the build knows them by
 * @param credentials the credentials for registries; absent to have the daemon pull and push as nobody
 * @param registryTls how to reach the token servers of registries, by the registry's host; the system's way for others
 * @param surroundings where the folders of local caches and the variables of secrets are looked for
 */
public record SessionSpec(
    String sharedKey,
    Map<String, Path> locals,
    Map<String, SecretSource> secrets,
    Map<String, SshSource> ssh,
    Map<String, UploadSource> uploads,
    Map<String, Path> ociLayouts,
    Optional<RegistryCredentials> credentials,
    Map<String, RegistryTls> registryTls,
    Surroundings surroundings) {

  private static final SessionSpec EMPTY = builder().build();

  public SessionSpec {
    locals = Map.copyOf(locals);
    secrets = Map.copyOf(secrets);
    ssh = Map.copyOf(ssh);
    uploads = Map.copyOf(uploads);
    ociLayouts = Map.copyOf(ociLayouts);
    registryTls = Map.copyOf(registryTls);
  }

  /** Offers nothing. */
  public static SessionSpec empty() {
    return EMPTY;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A builder that begins with what this offers. */
  public Builder toBuilder() {
    Builder builder = new Builder().sharedKey(sharedKey);
    builder.locals.putAll(locals);
    builder.secrets.putAll(secrets);
    builder.ssh.putAll(ssh);
    builder.uploads.putAll(uploads);
    builder.ociLayouts.putAll(ociLayouts);
    builder.credentials = credentials;
    builder.registryTls.putAll(registryTls);
    builder.surroundings = surroundings;
    return builder;
  }

  /** Collects a spec. Not thread-safe. */
  public static final class Builder {
    private String sharedKey = "";
    private final Map<String, Path> locals = new LinkedHashMap<>();
    private final Map<String, SecretSource> secrets = new LinkedHashMap<>();
    private final Map<String, SshSource> ssh = new LinkedHashMap<>();
    private final Map<String, UploadSource> uploads = new LinkedHashMap<>();
    private final Map<String, Path> ociLayouts = new LinkedHashMap<>();
    private Optional<RegistryCredentials> credentials = Optional.empty();
    private final Map<String, RegistryTls> registryTls = new LinkedHashMap<>();
    private Surroundings surroundings = Surroundings.ofProcess();

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

    /**
     * Offers an agent or a socket.
     *
     * @param id empty for {@value SshSource#DEFAULT_ID}
     * @throws IllegalArgumentException when there is one of that id
     */
    public Builder ssh(String id, SshSource source) {
      String key = id.isEmpty() ? SshSource.DEFAULT_ID : id;
      if (ssh.putIfAbsent(key, source) != null) {
        throw new IllegalArgumentException("duplicate agent ID \"" + key + "\"");
      }
      return this;
    }

    /** Offers a stream; the build reads it at {@link UploadSource#url}. */
    public Builder upload(UploadSource source) {
      uploads.put(source.id(), source);
      return this;
    }

    public Builder ociLayout(String name, Path directory) {
      ociLayouts.put(name, directory);
      return this;
    }

    public Builder credentials(RegistryCredentials provider) {
      this.credentials = Optional.of(provider);
      return this;
    }

    public Builder registryTls(String host, RegistryTls tls) {
      registryTls.put(host, tls);
      return this;
    }

    public Builder surroundings(Surroundings others) {
      this.surroundings = others;
      return this;
    }

    public SessionSpec build() {
      return new SessionSpec(
          sharedKey, locals, secrets, ssh, uploads, ociLayouts, credentials, registryTls, surroundings);
    }
  }
}
