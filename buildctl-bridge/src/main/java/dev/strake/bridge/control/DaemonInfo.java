package dev.strake.bridge.control;

/**
 * What the daemon is.
 *
 * <pre>{@code
 * DaemonInfo daemon = client.info();
 * System.out.println(daemon.version() + " " + daemon.revision());
 * }</pre>
 *
 * @param packageName such as {@code github.com/moby/buildkit}
 * @param version such as {@code v0.32.2}
 * @param revision the commit it was built from
 * @param dockerfileVersion of its built-in frontend; empty where not told
 */
public record DaemonInfo(String packageName, String version, String revision, String dockerfileVersion) {}
