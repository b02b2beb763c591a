package dev.strake.llb.marshal;

/**
 * An op's bytes.
 *
 * @param digest {@code sha256:} and the hexadecimal hash of the bytes
 * @param bytes not to be changed
 */
public record MarshalledOp(String digest, byte[] bytes) {}
