package dev.strake.bridge.option;

import dev.strake.bridge.session.RegistryTls;
import dev.strake.llb.go.GoBool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the values of {@code --registry-auth-tlscontext}. */
public final class RegistryTlsOptions {

  private static final String FLAG = "--registry-auth-tlscontext";

  private final Path folder;
  private final Map<String, RegistryTls> hosts = new LinkedHashMap<>();

  /** @param folder relative files begin here */
  public RegistryTlsOptions(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes in what a value says of a host, beside what others say of it.
   *
   * @throws OptionException where it says nothing, or nothing that makes sense
   */
  public void add(String text) {
    Map<String, String> fields = KeyedFields.of(text);
    hosts.merge(fields.getOrDefault("host", ""), read(fields), RegistryTlsOptions::both);
  }

  /** What the values say of each host. */
  public Map<String, RegistryTls> hosts() {
    return hosts;
  }

  private RegistryTls read(Map<String, String> fields) {
    String authority = fields.getOrDefault("ca", "");
    String certificate = fields.getOrDefault("cert", "");
    String key = fields.getOrDefault("key", "");
    boolean insecure = GoBool.parse(fields.getOrDefault("insecure", "")).value().orElse(false);
    boolean pair = !certificate.isEmpty() && !key.isEmpty();
    if (fields.getOrDefault("host", "").isEmpty()) {
      throw wrong(" requires host=<host>");
    }
    if (authority.isEmpty() && !insecure && !pair) {
      throw wrong(" requires ca=<ca> or cert=<cert>,key=<key> or insecure=true");
    }
    if (!authority.isEmpty() && certificate.isEmpty() != key.isEmpty()) {
      throw wrong(" requires cert=<cert>,key=<key>");
    }
    return new RegistryTls(
        authority.isEmpty() ? List.of() : List.of(folder.resolve(authority)),
        pair ? List.of(new RegistryTls.KeyPair(folder.resolve(certificate), folder.resolve(key))) : List.of(),
        insecure);
  }

  private static OptionException wrong(String problem) {
    return new OptionException(FLAG + problem, "write host=HOST,ca=FILE,cert=FILE,key=FILE or host=HOST,insecure=true");
  }

  private static RegistryTls both(RegistryTls first, RegistryTls second) {
    List<Path> authorities = new ArrayList<>(first.authorities());
    authorities.addAll(second.authorities());
    List<RegistryTls.KeyPair> pairs = new ArrayList<>(first.keyPairs());
    pairs.addAll(second.keyPairs());
    return new RegistryTls(authorities, pairs, first.insecure() || second.insecure());
  }
}
