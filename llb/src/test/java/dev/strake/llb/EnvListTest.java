package dev.strake.llb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvListTest {

  @Test
  void whatIsSetInPlaceKeepsItsPlace() {
    EnvList list = EnvList.EMPTY.withInPlace("A", "1").withInPlace("B", "2").withInPlace("A", "3");
    assertThat(list.toList()).containsExactly("A=3", "B=2");
    assertThat(list.get("A")).contains("3");
    assertThat(list.with("A", "4").toList()).containsExactly("B=2", "A=4");
  }

  @Test
  void keepsTheOrderOfTheLastAssignment() {
    EnvList env = EnvList.EMPTY.with("A", "1").with("B", "2").with("A", "3");
    assertThat(env.toList()).containsExactly("B=2", "A=3");
    assertThat(env.names()).containsExactly("B", "A");
  }

  @Test
  void leavesEarlierVersionsAlone() {
    EnvList before = EnvList.EMPTY.with("A", "1").with("B", "2");
    EnvList after = before.with("A", "3").without("B").with("C", "");
    assertThat(before.toList()).containsExactly("A=1", "B=2");
    assertThat(after.toList()).containsExactly("A=3", "C=");
    assertThat(after.get("B")).isEmpty();
    assertThat(after.get("C")).contains("");
  }

  @Test
  void setsADefaultOnlyWhereNothingIsSet() {
    EnvList env = EnvList.EMPTY.with("A", "");
    assertThat(env.withDefault("A", "x")).isSameAs(env);
    assertThat(env.withDefault("B", "x").get("B")).contains("x");
    assertThat(env.without("none")).isSameAs(env);
  }

  @Test
  void isEqualByContentAndOrder() {
    EnvList one = EnvList.EMPTY.with("A", "0").with("A", "1").with("B", "2");
    EnvList same = EnvList.EMPTY.with("A", "1").with("B", "2");
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(one).isNotEqualTo(EnvList.EMPTY.with("B", "2").with("A", "1"));
  }

  @Test
  void behavesAsAMapThatMovesWhatIsSetToTheEnd() {
    Random random = new Random(7);
    Map<String, String> model = new LinkedHashMap<>();
    EnvList env = EnvList.EMPTY;
    for (int i = 0; i < 20_000; i++) {
      String name = "K" + random.nextInt(500);
      model.remove(name);
      if (random.nextInt(4) == 0) {
        env = env.without(name);
      } else {
        env = env.with(name, "V" + i);
        model.put(name, "V" + i);
      }
    }
    assertThat(env.size()).isEqualTo(model.size());
    assertThat(env.toMap().entrySet()).containsExactlyElementsOf(model.entrySet());
    assertThat(env.get("K1")).isEqualTo(java.util.Optional.ofNullable(model.get("K1")));
  }
}
