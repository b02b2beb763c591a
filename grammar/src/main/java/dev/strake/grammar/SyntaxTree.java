package dev.strake.grammar;

import dev.strake.grammar.DockerfileParser.DockerfileContext;
import dev.strake.grammar.source.SourceFile;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * What {@link DockerfileSyntax} makes of a file: the tokens, and the tree over those that are not hidden.
 *
 * @param file the file; an empty one of the same name when it was refused
 * @param escape the escape character, {@code \} or {@code `}
 * @param limits what the file was read with
 * @param refused whether the file is larger than the limit
 * @param tokens all tokens in order, hidden ones and the end of the file included; a token's index is its place here
 * @param root the tree; it never holds an error node
 */
public record SyntaxTree(
    SourceFile file, char escape, SyntaxLimits limits, boolean refused, List<Token> tokens, DockerfileContext root) {}
