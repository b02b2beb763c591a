package dev.strake.frontend.stage;

import dev.strake.frontend.lint.Linter;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.SourceMap;

/**
 * The Dockerfile that the phases work on, and where what they find in it goes.
 *
 * @param file its text, which diagnostics point into
 * @param map the same file, as ops refer to it
 * @param linter takes the warnings
 * @param sink takes the errors, and at last the warnings, too
 */
public record SourceUnit(SourceFile file, SourceMap map, Linter linter, DiagnosticSink sink) {}
