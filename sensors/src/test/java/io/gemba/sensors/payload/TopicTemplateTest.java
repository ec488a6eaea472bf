package io.gemba.sensors.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTemplateTest {

  @Test
  void findNames_matchingTopic_namesItsLevels() {
    TopicTemplate template = new TopicTemplate("gemba/{site}/{machine}/{sensor}");

    var names = template.findNames("gemba/demo/press/force".split("/"));

    assertThat(names).contains(new TopicTemplate.Names("demo", "press", "force"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemba/demo/press", "gemba/demo/press/force/x", "other/demo/press/f"})
  void findNames_otherTopic_isEmpty(String topic) {
    TopicTemplate template = new TopicTemplate("gemba/{site}/{machine}/{sensor}");

    var names = template.findNames(topic.split("/"));

    assertThat(names).isEmpty();
  }

  @Test
  void filter_placeholders_areWildcards() {
    assertThat(new TopicTemplate("{site}/a/{sensor}").filter()).isEqualTo("+/a/+");
    assertThat(new TopicTemplate("a/a/a").filter()).isEqualTo("a/a/a");
  }

  @Test
  void covers_placeholderOverWord_notTheOtherWay() {
    TopicTemplate wide = new TopicTemplate("a/{machine}/{sensor}");
    TopicTemplate narrow = new TopicTemplate("a/{machine}/state");

    assertThat(wide.covers(narrow)).isTrue();
    assertThat(narrow.covers(wide)).isFalse();
    assertThat(wide.covers(new TopicTemplate("a/{machine}"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/+", "a/#", "a/{plant}", "a/x{sensor}"})
  void constructor_levelThatIsNeitherWordNorPlaceholder_saysWhich(String template) {
    assertThatThrownBy(() -> new TopicTemplate(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(template)
        .hasMessageContaining("[{site}, {machine}, {sensor}]");
  }

  @Test
  void constructor_repeatedPlaceholder_saysWhich() {
    assertThatThrownBy(() -> new TopicTemplate("{sensor}/{sensor}"))
        .hasMessageContaining("{sensor} more than once");
  }
}
