package dev.strake.llb;

/**
 * Limits of a step's cgroup; zero or empty for none. They are no part of the cache key.
 *
 * @param memory in bytes
 * @param memorySwap memory and swap together, in bytes
 * @param cpuShares a relative weight; unsigned
 * @param cpuPeriod in microseconds; unsigned
 * @param cpuQuota in microseconds
 * @param cpusetCpus such as {@code 0-3}
 * @param cpusetMems such as {@code 0,1}
 */
public record LinuxResources(
    long memory,
    long memorySwap,
    long cpuShares,
    long cpuPeriod,
    long cpuQuota,
    String cpusetCpus,
    String cpusetMems) {
  public static final LinuxResources NONE = new LinuxResources(0, 0, 0, 0, 0, "", "");
}
