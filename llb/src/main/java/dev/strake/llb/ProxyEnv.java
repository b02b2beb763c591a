package dev.strake.llb;

/** Proxies for a process, outside of the cache key; empty for none. */
public record ProxyEnv(String httpProxy, String httpsProxy, String ftpProxy, String noProxy, String allProxy) {}
