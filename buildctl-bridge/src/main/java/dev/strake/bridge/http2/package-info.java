/**
 * gRPC over a pair of pipes: the smallest HTTP/2 client that a frontend image needs, behind gRPC's own {@code Channel}.
 *
 * <p>Not a general HTTP/2 library: it speaks to one peer over a connection that is already open, and only as a client.
 * It stands beside grpc-netty, which the daemon client uses, because a frontend process starts for every build and
 * grpc-netty's classes alone cost more time than the whole compile.
 */
@NullMarked
package dev.strake.bridge.http2;

import org.jspecify.annotations.NullMarked;
