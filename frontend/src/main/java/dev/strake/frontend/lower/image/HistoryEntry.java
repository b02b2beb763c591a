package dev.strake.frontend.lower.image;

import java.util.function.Supplier;

/**
 * One line of an image's history.
 *
 * @param created a time of RFC 3339; empty for none
 * @param createdBy the instruction's text; asked for only when it is written, as some texts list all arguments so far
 * @param author empty for none
 * @param comment empty for none
 * @param emptyLayer whether the instruction has left the files alone
 */
public record HistoryEntry(
    String created, Supplier<String> createdBy, String author, String comment, boolean emptyLayer) {

  private static final String COMMENT = "buildkit.dockerfile.v0";

  /** An instruction of a Dockerfile. */
  public static HistoryEntry of(String created, Supplier<String> createdBy, boolean emptyLayer) {
    return new HistoryEntry(created, createdBy, "", COMMENT, emptyLayer);
  }
}
