package dev.strake.llb;

/** A resource limit of a process, such as {@code nofile}; -1 for unlimited. */
public record Ulimit(String name, long soft, long hard) {}
