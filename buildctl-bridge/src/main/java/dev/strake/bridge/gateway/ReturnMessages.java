package dev.strake.bridge.gateway;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import dev.strake.bridge.error.ErrorDetailWriter;
import dev.strake.bridge.error.GrpcErrors;
import dev.strake.bridge.proto.gateway.Attestation;
import dev.strake.bridge.proto.gateway.AttestationKind;
import dev.strake.bridge.proto.gateway.Attestations;
import dev.strake.bridge.proto.gateway.InTotoSubject;
import dev.strake.bridge.proto.gateway.InTotoSubjectKind;
import dev.strake.bridge.proto.gateway.Ref;
import dev.strake.bridge.proto.gateway.RefMap;
import dev.strake.bridge.proto.gateway.RefMapDeprecated;
import dev.strake.bridge.proto.gateway.Result;
import dev.strake.bridge.proto.gateway.ReturnRequest;
import dev.strake.bridge.proto.rpc.Status;
import dev.strake.frontend.CompileFailed;
import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.options.OptionDiagnostics;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.port.SourceInfo;
import dev.strake.frontend.subrequest.SourceInfoJson;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.llb.SourceRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a frontend gives back, as the daemon takes it. */
final class ReturnMessages {

  private ReturnMessages() {}

  static ReturnRequest of(FrontendResult result, GatewayCaps caps) {
    Result.Builder message = caps.supports(GatewayCaps.REFERENCE_ARRAY) ? references(result) : identifiers(result);
    result.metadata().forEach((key, value) -> message.putMetadata(key, ByteString.copyFrom(value)));
    result.attestations().forEach((key, list) -> message.putAttestations(key, attestations(list)));
    return ReturnRequest.newBuilder().setResult(message).build();
  }

  private static Result.Builder references(FrontendResult result) {
    if (result.multiple().isEmpty()) {
      return Result.newBuilder().setRef(ref(result.single()));
    }
    RefMap.Builder refs = RefMap.newBuilder();
    result.multiple().forEach((key, reference) -> refs.putRefs(key, ref(reference)));
    return Result.newBuilder().setRefs(refs);
  }

  /** As older daemons take it: without what each tree is made of. */
  private static Result.Builder identifiers(FrontendResult result) {
    if (result.multiple().isEmpty()) {
      return Result.newBuilder().setRefDeprecated(ref(result.single()).getId());
    }
    RefMapDeprecated.Builder refs = RefMapDeprecated.newBuilder();
    result.multiple().forEach((key, reference) -> refs.putRefs(key, ref(reference).getId()));
    return Result.newBuilder().setRefsDeprecated(refs);
  }

  private static Ref ref(Optional<Reference> reference) {
    return switch (reference.orElse(null)) {
      case null -> Ref.getDefaultInstance();
      case RemoteReference remote -> remote.message();
      case Reference other -> throw new IllegalArgumentException("not a tree of this daemon: " + other.id());
    };
  }

  private static Attestations attestations(List<GatewayPort.Attestation> list) {
    Attestations.Builder message = Attestations.newBuilder();
    for (GatewayPort.Attestation attestation : list) {
      message.addAttestation(
          Attestation.newBuilder()
              .setKind(
                  switch (attestation.kind()) {
                    case IN_TOTO -> AttestationKind.InToto;
                    case BUNDLE -> AttestationKind.Bundle;
                  })
              .setRef(ref(attestation.reference()))
              .setPath(attestation.path())
              .setInTotoPredicateType(attestation.predicateType())
              .addAllInTotoSubjects(attestation.subjects().stream().map(ReturnMessages::subject).toList())
              .putAllMetadata(byteStrings(attestation.metadata())));
    }
    return message.build();
  }

  private static InTotoSubject subject(GatewayPort.Attestation.Subject subject) {
    return InTotoSubject.newBuilder()
        .setKind(subject.self() ? InTotoSubjectKind.Self : InTotoSubjectKind.Raw)
        .setName(subject.name())
        .addAllDigest(subject.digests())
        .build();
  }

  private static Map<String, ByteString> byteStrings(Map<String, byte[]> values) {
    Map<String, ByteString> strings = new HashMap<>();
    values.forEach((key, value) -> strings.put(key, ByteString.copyFrom(value)));
    return strings;
  }

  /** A failure keeps what the daemon has told of it, and adds the place in the source that the compiler knows. */
  static ReturnRequest of(Throwable failure) {
    Status.Builder status =
        GrpcErrors.statusOf(failure)
            .map(Status::toBuilder)
            .orElseGet(() -> Status.newBuilder().setCode(io.grpc.Status.Code.UNKNOWN.value()));
    status.setMessage(message(failure, status.getMessage()));
    if (failure instanceof CompileFailed compile) {
      compile
          .source()
          .ifPresent(source -> compile.places().forEach(lines -> status.addDetails(sourceDetail(source, lines))));
      compile.diagnostics().stream().filter(Diagnostic::isError).findFirst().ifPresent(first -> tell(first, status));
    }
    return ReturnRequest.newBuilder().setError(status).build();
  }

  /** Clients ask by these details, not by the message, whether a frontend can do something. */
  private static void tell(Diagnostic error, Status.Builder status) {
    switch (error.code()) {
      case OptionDiagnostics.UNSUPPORTED_FRONTEND_CAPABILITY ->
          status
              .setCode(io.grpc.Status.Code.UNIMPLEMENTED.value())
              .addDetails(ErrorDetailWriter.frontendCap(OptionDiagnostics.unsupportedFrontendCapability(error)));
      case OptionDiagnostics.UNSUPPORTED_REQUEST ->
          status.addDetails(ErrorDetailWriter.subrequest(OptionDiagnostics.unsupportedRequest(error)));
      default -> { }
    }
  }

  /** The daemon's own message where the failure only passes it on: its code would otherwise be told twice. */
  private static String message(Throwable failure, String daemons) {
    String own = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    return failure instanceof GatewayException && !daemons.isEmpty() ? daemons : own;
  }

  private static Any sourceDetail(SourceInfo source, List<LineRange> lines) {
    List<SourceRange> ranges =
        lines.stream().map(range -> SourceRange.lines(range.first(), range.last())).toList();
    return ErrorDetailWriter.source(SourceInfoJson.of(source), ranges);
  }
}
