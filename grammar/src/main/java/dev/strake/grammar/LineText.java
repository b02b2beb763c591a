package dev.strake.grammar;

/**
 * The text of one logical line: without its continuations, and without the comments and blank lines behind these.
 *
 * @param value the text
 * @param pieces where its pieces stand in the file
 * @param offset what an offset in {@code value} is to be moved by before {@code pieces} are asked
 * @param last the last offset in the file that belongs to the line; a line end behind a continuation does
 * @param blankLines whether there are blank lines between its continuations
 */
public record LineText(String value, LinePieces pieces, int offset, int last, boolean blankLines) {}
