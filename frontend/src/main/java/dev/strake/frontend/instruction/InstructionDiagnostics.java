package dev.strake.frontend.instruction;

/** What can be wrong with an instruction: one method for each. */
public final class InstructionDiagnostics {

  private InstructionDiagnostics() {}
}
