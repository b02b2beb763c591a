package dev.strake.frontend.lower.image;

import dev.strake.llb.Platform;

/** An image's configuration in the form that OCI and Docker share. Immutable. */
public final class ImageConfig {

  /** The configuration in this JSON, read as leniently as the reference reads it. */
  public static ImageConfig parse(byte[] json) {
    throw new UnsupportedOperationException("not written yet");
  }

  /** What the image is for. */
  public Platform platform() {
    throw new UnsupportedOperationException("not written yet");
  }

  /** The JSON, byte for byte as the reference writes it. */
  public byte[] toJson() {
    throw new UnsupportedOperationException("not written yet");
  }
}
