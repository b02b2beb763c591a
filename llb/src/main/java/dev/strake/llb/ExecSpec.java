package dev.strake.llb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process to run, beside what its state says. Immutable.
 *
 * <p>Usage: {@code ExecSpec.builder(List.of("make")).mount(Mount.bind("/src", context)).build()}
 */
public final class ExecSpec {
  private final List<String> args;
  private final List<Mount> mounts;
  private final List<SecretMount> secrets;
  private final List<SshMount> sshMounts;
  private final List<CdiDevice> devices;
  private final List<Integer> validExitCodes;
  private final Optional<ProxyEnv> proxyEnv;
  private final boolean readonlyRoot;
  private final Constraints constraints;

  private ExecSpec(Builder builder) {
    this.args = builder.args;
    this.mounts = List.copyOf(builder.mounts);
    this.secrets = List.copyOf(builder.secrets);
    this.sshMounts = List.copyOf(builder.sshMounts);
    this.devices = List.copyOf(builder.devices);
    this.validExitCodes = builder.validExitCodes;
    this.proxyEnv = Optional.ofNullable(builder.proxyEnv);
    this.readonlyRoot = builder.readonlyRoot;
    this.constraints = builder.constraints;
  }

  public static Builder builder(List<String> args) {
    return new Builder(args);
  }

  public List<String> args() {
    return args;
  }

  /** The mounts beside the root, in the order in which they were added. */
  public List<Mount> mounts() {
    return mounts;
  }

  public List<SecretMount> secrets() {
    return secrets;
  }

  public List<SshMount> sshMounts() {
    return sshMounts;
  }

  public List<CdiDevice> devices() {
    return devices;
  }

  /** The exit codes that count as success; empty for 0 alone. */
  public List<Integer> validExitCodes() {
    return validExitCodes;
  }

  public Optional<ProxyEnv> proxyEnv() {
    return proxyEnv;
  }

  /** Whether the process may not write to its root; the result is then the state it began with. */
  public boolean readonlyRoot() {
    return readonlyRoot;
  }

  public Constraints constraints() {
    return constraints;
  }

  /** Collects a process's properties. Not thread-safe. */
  public static final class Builder {
    private final List<String> args;
    private final List<Mount> mounts = new ArrayList<>();
    private final List<SecretMount> secrets = new ArrayList<>();
    private final List<SshMount> sshMounts = new ArrayList<>();
    private final List<CdiDevice> devices = new ArrayList<>();
    private List<Integer> validExitCodes = List.of();
    private @Nullable ProxyEnv proxyEnv;
    private boolean readonlyRoot;
    private Constraints constraints = Constraints.NONE;

    private Builder(List<String> args) {
      this.args = List.copyOf(args);
    }

    public Builder mount(Mount mount) {
      mounts.add(mount);
      return this;
    }

    public Builder secret(SecretMount secret) {
      secrets.add(secret);
      return this;
    }

    public Builder ssh(SshMount ssh) {
      sshMounts.add(ssh);
      return this;
    }

    public Builder device(CdiDevice device) {
      devices.add(device);
      return this;
    }

    public Builder validExitCodes(List<Integer> codes) {
      validExitCodes = List.copyOf(codes);
      return this;
    }

    public Builder proxyEnv(ProxyEnv env) {
      proxyEnv = env;
      return this;
    }

    public Builder readonlyRoot() {
      readonlyRoot = true;
      return this;
    }

    public Builder constraints(Constraints value) {
      constraints = value;
      return this;
    }

    public ExecSpec build() {
      return new ExecSpec(this);
    }
  }
}
