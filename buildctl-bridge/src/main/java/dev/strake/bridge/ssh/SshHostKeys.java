package dev.strake.bridge.ssh;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.UserInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks SSH servers for their keys, without logging in. */
public final class SshHostKeys {

  /** In which order the reference wants keys; of a server's certificates it would take one before all of these. */
  private static final String ALGORITHMS =
      "ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-256,rsa-sha2-512,ssh-rsa,ssh-ed25519";

  private static final int USUAL_PORT = 22;
  private static final int PATIENCE_MILLIS = 10_000;

  private SshHostKeys() {}

  /**
   * A server's line for OpenSSH's {@code known_hosts}, without an end of line.
   *
   * @param host with the port where it is not the usual one
   * @return absent where the server does not answer within ten seconds, or speaks nothing that is known here
   */
  public static Optional<String> scan(String host) {
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon >= 0 && (host.indexOf(':') == colon || host.startsWith("[") && host.indexOf(']') < colon);
    String name = (hasPort ? host.substring(0, colon) : host).replaceFirst("^\\[(.*)]$", "$1");
    try {
      return scan(name, hasPort ? Integer.parseInt(host.substring(colon + 1)) : USUAL_PORT);
    } catch (NumberFormatException | JSchException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> scan(String name, int port) throws JSchException {
    JSch ssh = new JSch();
    Seen seen = new Seen();
    ssh.setHostKeyRepository(seen);
    // The user does not matter: the server's key is refused, which ends the connection.
    Session session = ssh.getSession("git", name, port);
    session.setConfig("StrictHostKeyChecking", "yes");
    session.setConfig("server_host_key", ALGORITHMS);
    try {
      session.connect(PATIENCE_MILLIS);
    } catch (JSchException | UncheckedIOException e) {
      if (seen.key == null) {
        return Optional.empty();
      }
    } finally {
      session.disconnect();
    }
    String id = port == USUAL_PORT ? name : "[" + name + "]:" + port;
    return Optional.ofNullable(seen.key).map(key -> id + " " + key);
  }

  /** Keeps the key that is to be checked, and knows none. */
  private static final class Seen implements HostKeyRepository {

    private @Nullable String key;

    @Override
    public int check(String host, byte[] blob) {
      try {
        key = new SshReader(blob).text() + " " + Base64.getEncoder().encodeToString(blob);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return NOT_INCLUDED;
    }

    @Override
    public void add(HostKey hostKey, UserInfo user) {}

    @Override
    public void remove(String host, String type) {}

    @Override
    public void remove(String host, String type, byte[] blob) {}

    @Override
    public String getKnownHostsRepositoryID() {
      return "";
    }

    @Override
    public HostKey[] getHostKey() {
      return new HostKey[0];
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
      return new HostKey[0];
    }
  }
}
