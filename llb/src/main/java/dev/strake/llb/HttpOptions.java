package dev.strake.llb;

import java.util.Optional;

/**
 * How a file is fetched and stored. Immutable.
 *
 * @param checksum its digest; empty for any
 * @param file how it is stored
 * @param authHeaderSecret the secret that holds an authorization header; empty for none
 * @param header headers of the request
 * @param signature the signature that must fit
 */
public record HttpOptions(
    String checksum,
    FileInfo file,
    String authHeaderSecret,
    Optional<Header> header,
    Optional<Signature> signature,
    Constraints constraints) {
  public static final HttpOptions NONE =
      new HttpOptions("", FileInfo.NONE, "", Optional.empty(), Optional.empty(), Constraints.NONE);

  public HttpOptions withChecksum(String value) {
    return new HttpOptions(value, file, authHeaderSecret, header, signature, constraints);
  }

  public HttpOptions withFile(FileInfo value) {
    return new HttpOptions(checksum, value, authHeaderSecret, header, signature, constraints);
  }

  public HttpOptions withAuthHeaderSecret(String value) {
    return new HttpOptions(checksum, file, value, header, signature, constraints);
  }

  public HttpOptions withHeader(Header value) {
    return new HttpOptions(checksum, file, authHeaderSecret, Optional.of(value), signature, constraints);
  }

  public HttpOptions withSignature(Signature value) {
    return new HttpOptions(checksum, file, authHeaderSecret, header, Optional.of(value), constraints);
  }

  public HttpOptions withConstraints(Constraints value) {
    return new HttpOptions(checksum, file, authHeaderSecret, header, signature, value);
  }

  /** Request headers; empty for none. */
  public record Header(String accept, String userAgent) {}

  /** A detached, armoured OpenPGP signature and the key that made it; empty for none. */
  public record Signature(String publicKey, String signature) {}
}
