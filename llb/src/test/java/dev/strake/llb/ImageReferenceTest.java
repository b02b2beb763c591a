package dev.strake.llb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReferenceTest {

  private static final String HEX = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "alpine,docker.io/library/alpine:latest,alpine:latest",
    "alpine:3.20,docker.io/library/alpine:3.20,alpine:3.20",
    "me/tool,docker.io/me/tool:latest,me/tool:latest",
    "index.docker.io/alpine,docker.io/library/alpine:latest,alpine:latest",
    "library/a/b,docker.io/library/a/b:latest,library/a/b:latest",
    "localhost/x,localhost/x:latest,localhost/x:latest",
    "localhost:5000/x:1,localhost:5000/x:1,localhost:5000/x:1",
    "[::1]:5000/x,[::1]:5000/x:latest,[::1]:5000/x:latest",
    "Reg/x,Reg/x:latest,Reg/x:latest",
    "a__b--c.d_e,docker.io/library/a__b--c.d_e:latest,a__b--c.d_e:latest",
    "x:1@sha256:" + HEX + ",docker.io/library/x:1@sha256:" + HEX + ",x:1@sha256:" + HEX,
  })
  void completesNames(String text, String whole, String familiar) {
    ImageReference reference = ImageReference.parseNormalized(text).withDefaultTag();
    assertThat(reference).hasToString(whole);
    assertThat(reference.familiar()).isEqualTo(familiar);
  }

  @ParameterizedTest
  @CsvSource({
    "Alpine,invalid reference format: repository name (library/Alpine) must be lowercase",
    "a..b,invalid reference format",
    "a:,invalid reference format",
    "a b,invalid reference format",
    "a___b,invalid reference format",
    "-a,invalid reference format",
    "x.io:y/z,invalid reference format",
    "x@sha256:0123456789abcdef0123456789abcdef,invalid checksum digest length",
    "x@md5:0123456789abcdef0123456789abcdef,unsupported digest algorithm",
  })
  void refusesWhatIsNotAName(String text, String message) {
    assertThatThrownBy(() -> ImageReference.parseNormalized(text)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({HEX + ",'invalid repository name (" + HEX + "), cannot specify 64-byte hexadecimal strings'"})
  void refusesBareIdentifiers(String text, String message) {
    assertThatThrownBy(() -> ImageReference.parseNormalized(text)).hasMessage(message);
  }
}
