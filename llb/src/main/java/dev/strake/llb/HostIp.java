package dev.strake.llb;

/** A line of {@code /etc/hosts}. */
public record HostIp(String host, String ip) {}
