package dev.strake.frontend.standin;

import dev.strake.llb.CapabilitySet;
import java.util.Set;

/** What a current daemon's gateway announces. */
final class StandInCapabilities {

  static final CapabilitySet GATEWAY =
      CapabilitySet.of(
          Set.of(
              "solve.base",
              "solve.inlinereturn",
              "resolveimage",
              "resolveimage.resolvemode",
              "readfile",
              "return",
              "returnmap",
              "readdir",
              "statfile",
              "importcaches",
              "proto.refarray",
              "reference.output",
              "frontend.inputs",
              "gateway.solve.metadata",
              "gateway.exec",
              "gateway.exec.extrahosts",
              "gateway.exec.secretenv",
              "gateway.exec.signals",
              "gateway.exec.filesystem",
              "frontend.caps",
              "gateway.solve.evaluate",
              "gateway.evaluate",
              "gateway.warnings",
              "reference.attestations",
              "source.metaresolver",
              "source.metaresolver.image.attestations",
              "source.metaresolver.http.checksumrequest"));

  private StandInCapabilities() {}
}
