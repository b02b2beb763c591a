package dev.strake.bridge.host;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The machine and the user that Strake runs for. Immutable; tests make their own.
 *
 * @param environment the environment variables
 * @param home the user's home folder
 * @param root whether the user is root
 */
public record Host(Map<String, String> environment, Path home, boolean root) {

  /** Where distributions put programs that an ordinary user's PATH may lack, runc among them. */
  private static final List<String> USUAL_FOLDERS =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

  private static final int DEFAULT_PROXY_PORT = 3128;

  public Host {
    environment = Map.copyOf(environment);
  }

  /** The machine as this process sees it. */
  public static Host current() {
    return new Host(System.getenv(), Path.of(System.getProperty("user.home")), isRoot());
  }

  /** A variable's value; absent where it is not set or empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** The proxy that the variables name for https, which Java does not look at by itself. */
  public Proxy httpsProxy() {
    Optional<String> value = variable("HTTPS_PROXY").or(() -> variable("https_proxy"));
    if (value.isEmpty()) {
      return Proxy.NO_PROXY;
    }
    URI proxy = URI.create(value.get().contains("://") ? value.get() : "http://" + value.get());
    int port = proxy.getPort() < 0 ? DEFAULT_PROXY_PORT : proxy.getPort();
    return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port));
  }

  /** Strake's folder for what can be made again. */
  public Path cacheFolder() {
    return variable("XDG_CACHE_HOME").map(Path::of).orElse(home.resolve(".cache")).resolve("strake");
  }

  /** A program by name, looked for in {@code first}, then on the PATH, then in the usual folders. */
  public Optional<Path> program(String name, List<Path> first) {
    return programFolders(first).stream().map(folder -> folder.resolve(name)).filter(Host::isProgram).findFirst();
  }

  /** A program by name on the PATH or in the usual folders. */
  public Optional<Path> program(String name) {
    return program(name, List.of());
  }

  /** A PATH that has {@code first} in front and lacks none of the usual folders. */
  public String searchPath(List<Path> first) {
    return programFolders(first).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private List<Path> programFolders(List<Path> first) {
    List<Path> folders = new ArrayList<>(first);
    Stream<String> path = variable("PATH").stream().flatMap(value -> Stream.of(value.split(File.pathSeparator)));
    Stream.concat(path, USUAL_FOLDERS.stream())
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .filter(folder -> !folders.contains(folder))
        .forEach(folders::add);
    return folders.stream().distinct().toList();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UnsupportedOperationException e) {
      return false;
    }
  }
}
