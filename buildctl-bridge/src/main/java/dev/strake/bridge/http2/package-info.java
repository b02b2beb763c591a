/**
 * gRPC over HTTP/2, as much of it as a client of BuildKit and a frontend image need, behind gRPC's own {@code Channel}
 * and {@code ServerCall}: calls over two pipes or a Unix socket, and a server whose bytes go through something else.
 *
 * <p>Not a general HTTP/2 library: no TLS, no pushes, no priorities, no compression of messages. It stands beside
 * grpc-netty, which has the network and TLS, because a frontend process starts for every build, and the client for
 * every command, and grpc-netty's classes alone cost more time than the whole of a build that finds all in the cache.
 */
@NullMarked
package dev.strake.bridge.http2;

import org.jspecify.annotations.NullMarked;
