package dev.strake.llb;

/** A store of a client: its session (empty for the build's own) and its name. */
public record OciStore(String sessionId, String storeId) {
  public static final OciStore NONE = new OciStore("", "");
}
