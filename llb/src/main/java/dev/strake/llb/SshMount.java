package dev.strake.llb;

/**
 * The client's SSH agent, for one process.
 *
 * @param id which agent; empty for the default one
 * @param target the socket; empty for {@code /run/buildkit/ssh_agent.N}, with N counting from 0
 * @param mode of the socket, such as 0600
 * @param optional whether the process may run without it
 */
public record SshMount(String id, String target, int uid, int gid, int mode, boolean optional) {}
