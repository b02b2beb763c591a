package dev.strake.llb.marshal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.strake.llb.ExecSpec;
import dev.strake.llb.ImageOptions;
import dev.strake.llb.Mount;
import dev.strake.llb.Platform;
import dev.strake.llb.SourceMap;
import dev.strake.llb.SourceRange;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import dev.strake.llb.Constraints;
import dev.strake.llb.pb.ExecOp;
import dev.strake.llb.pb.Input;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.OpMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DefinitionVerifierTest {
  private static final MarshalOptions OPTIONS = MarshalOptions.of(Platform.of("linux", "amd64"));

  /** An image, a process in it, and the pointer to its root. */
  private static dev.strake.llb.pb.Definition good() {
    SourceMap file = new SourceMap(Optional.empty(), "Dockerfile", "Dockerfile", new byte[] {'x'});
    Constraints constraints = Constraints.NONE.withLocation(file.location(List.of(SourceRange.lines(1, 1))));
    ExecSpec spec =
        ExecSpec.builder(List.of("x")).mount(Mount.bind("/m", State.scratch())).constraints(constraints).build();
    State state = Sources.image("alpine", ImageOptions.NONE).run(spec).root();
    return Marshaller.marshal(state, OPTIONS).toProto();
  }

  private static List<String> verify(dev.strake.llb.pb.Definition message) {
    return DefinitionVerifier.verify(Definition.fromProto(message));
  }

  /** The definition with its process changed, and all that hangs on its digest with it. */
  private static List<String> withExec(UnaryOperator<Op.Builder> change) throws Exception {
    dev.strake.llb.pb.Definition good = good();
    String before = new Sha256().digest(good.getDef(1).toByteArray());
    byte[] changed = change.apply(Op.parseFrom(good.getDef(1)).toBuilder()).build().toByteArray();
    String digest = new Sha256().digest(changed);
    Op.Builder pointer = Op.parseFrom(good.getDef(2)).toBuilder();
    pointer.setInputs(0, pointer.getInputs(0).toBuilder().setDigest(digest));
    byte[] last = pointer.build().toByteArray();
    dev.strake.llb.pb.Definition.Builder all = good.toBuilder();
    OpMetadata metadata = good.getMetadataOrThrow(before);
    OpMetadata lastMetadata = good.getMetadataOrThrow(new Sha256().digest(good.getDef(2).toByteArray()));
    all.removeMetadata(before).putMetadata(digest, metadata);
    all.removeMetadata(new Sha256().digest(good.getDef(2).toByteArray()));
    all.putMetadata(new Sha256().digest(last), lastMetadata);
    all.clearSource();
    all.setDef(1, ByteString.copyFrom(changed)).setDef(2, ByteString.copyFrom(last));
    return verify(all.build());
  }

  private static List<String> withExecBody(UnaryOperator<ExecOp.Builder> change) throws Exception {
    return withExec(op -> op.setExec(change.apply(op.getExec().toBuilder())));
  }

  @Test
  void acceptsAllThatIsMarshalled() {
    for (ReferenceGraphs.Graph graph : ReferenceGraphs.all().values()) {
      try {
        assertThat(DefinitionVerifier.verify(Marshaller.marshal(graph.state(), graph.options()))).isEmpty();
      } catch (MarshalException expected) {
        // Nothing was marshalled.
      }
    }
  }

  @Test
  void acceptsAnOpThatIsOnlyReordered() throws Exception {
    assertThat(withExec(op -> op)).isEmpty();
  }

  @Test
  void refusesAWrongDigest() {
    Definition good = Definition.fromProto(good());
    MarshalledOp first = good.ops().getFirst();
    byte[] bytes = first.bytes().clone();
    bytes[bytes.length - 1] ^= 1;
    List<MarshalledOp> ops =
        List.of(new MarshalledOp(first.digest(), bytes), good.ops().get(1), good.ops().get(2));
    Definition broken = new Definition(ops, good.metadata(), good.source());
    assertThat(DefinitionVerifier.verify(broken)).containsExactly(first.digest() + ": not the digest of its bytes");
  }

  @Test
  void refusesInputsAfterUse() {
    dev.strake.llb.pb.Definition good = good();
    dev.strake.llb.pb.Definition swapped =
        good.toBuilder().setDef(0, good.getDef(1)).setDef(1, good.getDef(0)).build();
    assertThat(verify(swapped)).hasSize(1).first().asString().contains("does not come before it");
  }

  @Test
  void refusesAnOpThatIsThereTwice() {
    dev.strake.llb.pb.Definition good = good();
    dev.strake.llb.pb.Definition.Builder twice = good.toBuilder().clearDef().addDef(good.getDef(0));
    good.getDefList().forEach(twice::addDef);
    assertThat(verify(twice.build())).hasSize(1).first().asString().endsWith(": twice");
  }

  @Test
  void refusesAMissingPointer() {
    dev.strake.llb.pb.Definition good = good();
    dev.strake.llb.pb.Definition cut =
        good.toBuilder().clearDef().addDef(good.getDef(0)).addDef(good.getDef(1)).build();
    assertThat(verify(cut)).anyMatch(problem -> problem.endsWith("the last op does not only point to the result"));
    assertThat(verify(cut)).anyMatch(problem -> problem.endsWith("which is no op"));
  }

  @Test
  void refusesAnOutputThatIsNotThere() throws Exception {
    Op pointer = Op.parseFrom(good().getDef(2));
    Input result = pointer.getInputs(0);
    byte[] last = pointer.toBuilder().setInputs(0, result.toBuilder().setIndex(2)).build().toByteArray();
    dev.strake.llb.pb.Definition broken = good().toBuilder().setDef(2, ByteString.copyFrom(last)).build();
    assertThat(verify(broken)).anyMatch(problem -> problem.endsWith(result.getDigest() + " has no output 2"));
  }

  @Test
  void refusesABrokenOp() {
    ByteString garbage = ByteString.copyFrom(new byte[] {(byte) 0xff});
    assertThat(verify(good().toBuilder().setDef(1, garbage).build()))
        .anyMatch(problem -> problem.endsWith("not an op"));
  }

  @Test
  void refusesNumbersOutOfRange() throws Exception {
    assertThat(withExecBody(exec -> exec.setMounts(0, exec.getMounts(0).toBuilder().setInput(1))))
        .anyMatch(problem -> problem.endsWith("input of mount / 1 is out of range"));
    assertThat(withExecBody(exec -> exec.setMounts(1, exec.getMounts(1).toBuilder().setOutput(0))))
        .anyMatch(problem -> problem.endsWith("output 0 of mount /m is out of order"));
  }

  @Test
  void refusesCapabilitiesThatAreNotDeclaredOrNotNeeded() throws Exception {
    assertThat(withExecBody(exec -> exec.setNetworkValue(1)))
        .singleElement().asString().endsWith("undeclared capabilities [exec.meta.network]");
    assertThat(withExecBody(exec -> exec.setMounts(0, exec.getMounts(0).toBuilder().setInput(-1))))
        .singleElement().asString().endsWith("needless capabilities [exec.mount.bind]");
  }

  @Test
  void refusesMissingOrForeignMetadata() {
    dev.strake.llb.pb.Definition good = good();
    String digest = new Sha256().digest(good.getDef(0).toByteArray());
    assertThat(verify(good.toBuilder().removeMetadata(digest).build())).containsExactly(digest + ": no metadata");
    assertThat(verify(good.toBuilder().putMetadata("x", OpMetadata.getDefaultInstance()).build()))
        .containsExactly("metadata of x, which is no op");
  }

  @Test
  void refusesPlacesOfNothingAndInNoFile() {
    Definition good = Definition.fromProto(good());
    String digest = good.ops().getFirst().digest();
    Definition.Location nowhere = new Definition.Location(1, List.of());
    Definition.Source source = good.source().orElseThrow();
    Definition inNoFile = withPlaces(good, source, digest, nowhere);
    assertThat(DefinitionVerifier.verify(inNoFile)).containsExactly(digest + ": a place in file 1, which is not there");
    Definition ofNothing = withPlaces(good, source, "x", new Definition.Location(0, List.of()));
    assertThat(DefinitionVerifier.verify(ofNothing)).containsExactly("places of x, which is no op");
  }

  private static Definition withPlaces(
      Definition good, Definition.Source source, String digest, Definition.Location location) {
    Definition.Source changed =
        new Definition.Source(source.files(), java.util.Map.of(digest, List.of(location)));
    return new Definition(good.ops(), good.metadata(), Optional.of(changed));
  }
}
