package dev.strake.llb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a state says about the processes that run on it. */
record Settings(
    EnvList env,
    String dir,
    String user,
    Optional<Platform> platform,
    String hostname,
    NetworkMode network,
    SecurityMode security,
    List<HostIp> extraHosts,
    List<Ulimit> ulimits,
    String cgroupParent) {
  static final Settings INITIAL =
      new Settings(
          EnvList.EMPTY,
          "/",
          "",
          Optional.empty(),
          "",
          NetworkMode.SANDBOX,
          SecurityMode.SANDBOX,
          List.of(),
          List.of(),
          "");

  static <T> List<T> append(List<T> first, List<T> more) {
    if (first.isEmpty()) {
      return List.copyOf(more);
    }
    List<T> all = new ArrayList<>(first.size() + more.size());
    all.addAll(first);
    all.addAll(more);
    return List.copyOf(all);
  }

  Settings withEnv(EnvList value) {
    return new Settings(value, dir, user, platform, hostname, network, security, extraHosts, ulimits, cgroupParent);
  }

  Settings withDir(String value) {
    return new Settings(env, value, user, platform, hostname, network, security, extraHosts, ulimits, cgroupParent);
  }

  Settings withUser(String value) {
    return new Settings(env, dir, value, platform, hostname, network, security, extraHosts, ulimits, cgroupParent);
  }

  Settings withPlatform(Platform value) {
    return new Settings(
        env, dir, user, Optional.of(value), hostname, network, security, extraHosts, ulimits, cgroupParent);
  }

  Settings withHostname(String value) {
    return new Settings(env, dir, user, platform, value, network, security, extraHosts, ulimits, cgroupParent);
  }

  Settings withNetwork(NetworkMode value) {
    return new Settings(env, dir, user, platform, hostname, value, security, extraHosts, ulimits, cgroupParent);
  }

  Settings withSecurity(SecurityMode value) {
    return new Settings(env, dir, user, platform, hostname, network, value, extraHosts, ulimits, cgroupParent);
  }

  Settings withExtraHosts(List<HostIp> value) {
    return new Settings(env, dir, user, platform, hostname, network, security, value, ulimits, cgroupParent);
  }

  Settings withUlimits(List<Ulimit> value) {
    return new Settings(env, dir, user, platform, hostname, network, security, extraHosts, value, cgroupParent);
  }

  Settings withCgroupParent(String value) {
    return new Settings(env, dir, user, platform, hostname, network, security, extraHosts, ulimits, value);
  }
}
