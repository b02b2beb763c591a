package dev.strake.frontend.options;

import dev.strake.frontend.options.CompileOptions.SbomGenerator;
import dev.strake.llb.ImageReference;
import dev.strake.llb.go.GoCsv;
import dev.strake.llb.go.GoStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what statements about the result are wanted; provenance is made by the daemon, so it is only checked. */
final class AttestationOptions {

  private static final String SBOM = "sbom";
  private static final String PROVENANCE = "provenance";
  private static final String GENERATOR = "generator";
  private static final String DEFAULT_GENERATOR = "docker/buildkit-syft-scanner:stable-1";

  private final OptionReader reader;

  AttestationOptions(OptionReader reader) {
    this.reader = reader;
  }

  Optional<SbomGenerator> sbom() {
    Map<String, String> wanted = new TreeMap<>();
    for (String prefix : List.of("build-arg:BUILDKIT_ATTEST_", "attest:")) {
      reader.withPrefix(prefix).forEach((type, value) -> wanted.put(GoStrings.toLower(type), value));
    }
    Optional<SbomGenerator> sbom = Optional.empty();
    for (Map.Entry<String, String> entry : wanted.entrySet()) {
      Optional<Map<String, String>> attributes = attributes(entry.getKey(), entry.getValue());
      if (!entry.getKey().equals(SBOM) && !entry.getKey().equals(PROVENANCE)) {
        reader.report(OptionDiagnostics.unknownAttestation(entry.getKey()));
      } else if (entry.getKey().equals(SBOM)) {
        sbom = attributes.flatMap(this::generator);
      }
    }
    return sbom;
  }

  private Optional<Map<String, String>> attributes(String type, String value) {
    Map<String, String> attributes = new TreeMap<>();
    if (value.isEmpty()) {
      return Optional.of(attributes);
    }
    List<String> fields = new ArrayList<>();
    try {
      fields.addAll(GoCsv.fields(value));
    } catch (IllegalArgumentException malformed) {
      reader.report(OptionDiagnostics.invalidAttestation(type, String.valueOf(malformed.getMessage())));
      return Optional.empty();
    }
    for (String field : fields) {
      int equals = field.indexOf('=');
      attributes.put(
          equals < 0 ? field : field.substring(0, equals), equals < 0 ? "" : field.substring(equals + 1));
    }
    return Optional.of(attributes);
  }

  private Optional<SbomGenerator> generator(Map<String, String> attributes) {
    Map<String, String> parameters = new TreeMap<>(attributes);
    parameters.remove(GENERATOR);
    String image = attributes.getOrDefault(GENERATOR, DEFAULT_GENERATOR);
    try {
      String reference = ImageReference.parseNormalized(image).withDefaultTag().toString();
      return Optional.of(new SbomGenerator(reference, parameters, reader.text(FrontendOptionsParser.RESOLVE_MODE)));
    } catch (IllegalArgumentException malformed) {
      reader.report(OptionDiagnostics.invalidSbomScanner(image, String.valueOf(malformed.getMessage())));
      return Optional.empty();
    }
  }
}
