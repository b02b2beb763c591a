package dev.strake.llb;

import java.util.Optional;

/**
 * A secret of the client, for one process: as a file, as an environment variable, or both.
 *
 * @param target the file; empty for none
 * @param env the variable; empty for none
 * @param mode of the file, such as 0400
 * @param optional whether the process may run without it
 */
public record SecretMount(
    String id, Optional<String> target, Optional<String> env, int uid, int gid, int mode, boolean optional) {
  private static final int OWNER_READS = 0400;

  /** A file of root's alone. */
  public static SecretMount file(String id, String target) {
    return new SecretMount(id, Optional.of(target), Optional.empty(), 0, 0, OWNER_READS, false);
  }

  public static SecretMount env(String id, String name) {
    return new SecretMount(id, Optional.empty(), Optional.of(name), 0, 0, OWNER_READS, false);
  }
}
