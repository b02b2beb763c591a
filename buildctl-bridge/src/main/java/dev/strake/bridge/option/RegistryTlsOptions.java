package dev.strake.bridge.option;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.session.RegistryTls;
import dev.strake.llb.go.GoBool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code --registry-auth-tlscontext}. */
public final class RegistryTlsOptions {

  private static final String FLAG = "--registry-auth-tlscontext";

  private RegistryTlsOptions() {}

  /**
   * What the values say of each host.
   *
   * @param folder relative files begin here
   */
  public static Map<String, RegistryTls> parse(List<String> texts, Path folder) {
    Map<String, RegistryTls> hosts = new LinkedHashMap<>();
    for (String text : texts) {
      Map<String, String> fields = KeyedFields.of(text);
      String host = fields.getOrDefault("host", "");
      RegistryTls one = read(fields, folder);
      hosts.merge(host, one, RegistryTlsOptions::both);
    }
    return hosts;
  }

  private static RegistryTls read(Map<String, String> fields, Path folder) {
    String authority = fields.getOrDefault("ca", "");
    String certificate = fields.getOrDefault("cert", "");
    String key = fields.getOrDefault("key", "");
    boolean insecure = GoBool.parse(fields.getOrDefault("insecure", "")).value().orElse(false);
    boolean pair = !certificate.isEmpty() && !key.isEmpty();
    if (fields.getOrDefault("host", "").isEmpty()) {
      throw new CommandException(FLAG + " requires host=<host>");
    }
    if (authority.isEmpty() && !insecure && !pair) {
      throw new CommandException(FLAG + " requires ca=<ca> or cert=<cert>,key=<key> or insecure=true");
    }
    if (!authority.isEmpty() && certificate.isEmpty() != key.isEmpty()) {
      throw new CommandException(FLAG + " requires cert=<cert>,key=<key>");
    }
    return new RegistryTls(
        authority.isEmpty() ? List.of() : List.of(folder.resolve(authority)),
        pair ? List.of(new RegistryTls.KeyPair(folder.resolve(certificate), folder.resolve(key))) : List.of(),
        insecure);
  }

  private static RegistryTls both(RegistryTls first, RegistryTls second) {
    List<Path> authorities = new ArrayList<>(first.authorities());
    authorities.addAll(second.authorities());
    List<RegistryTls.KeyPair> pairs = new ArrayList<>(first.keyPairs());
    pairs.addAll(second.keyPairs());
    return new RegistryTls(authorities, pairs, first.insecure() || second.insecure());
  }
}
