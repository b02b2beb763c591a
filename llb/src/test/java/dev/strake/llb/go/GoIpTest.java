package dev.strake.llb.go;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoIpTest {

  @ParameterizedTest
  @CsvSource({
    "1.2.3.4,1.2.3.4",
    "::ffff:1.2.3.4,1.2.3.4",
    "2001:DB8::0:1,2001:db8::1",
    "0:0:1:0:0:0:0:1,0:0:1::1",
    "1:2:3:4:5:6:7:8,1:2:3:4:5:6:7:8",
    "1:0:3:4:5:6:7:8,1:0:3:4:5:6:7:8",
    "::,::",
    "1::,1::",
    "64:ff9b::1.2.3.4,64:ff9b::102:304",
    "1.2.3,''",
    "01.2.3.4,''",
    "1.2.3.256,''",
    "1:2,''",
    "1::2::3,''",
    "12345::,''",
    "fe80::1%eth0,''",
    "1.2.3.4::,''",
  })
  void readsAndWritesAsGoDoes(String text, String canonical) {
    assertThat(GoIp.canonical(text).orElse("")).isEqualTo(canonical);
  }
}
