package dev.strake.grammar;

/**
 * How large an input may be. What goes over a limit is a diagnostic.
 *
 * @param fileBytes the file's size; the reference gets a Dockerfile in one message, whose limit is 16 MiB
 * @param lineBytes the length of one physical line with its end; the reference's limit is 64 KiB
 * @param statements the number of instructions
 * @param tokens the number of tokens, which bounds the memory that a parse needs
 * @param words the number of words, pairs and array elements in all instructions
 * @param heredocs the number of here-documents that one instruction opens
 * @param onbuildDepth how many {@code ONBUILD} stand in front of one instruction
 */
public record SyntaxLimits(
    int fileBytes, int lineBytes, int statements, int tokens, int words, int heredocs, int onbuildDepth) {

  /** Limits that no real Dockerfile reaches. */
  public static final SyntaxLimits DEFAULT =
      new SyntaxLimits(16 << 20, 64 << 10, 50_000, 600_000, 300_000, 1_000, 16);
}
