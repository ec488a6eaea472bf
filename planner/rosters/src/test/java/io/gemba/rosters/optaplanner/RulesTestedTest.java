package io.gemba.rosters.optaplanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.optaplanner.core.api.score.stream.Constraint;

/** No rule without tests. */
class RulesTestedTest {
  private static final int LEAST_TESTS = 3;
  private static final List<Class<?>> RULES =
      List.of(RosterConstraints.class, ContractConstraints.class);
  private static final List<Class<?>> TESTS =
      List.of(
          HardConstraintsTest.class,
          CostConstraintsTest.class,
          ContractConstraintsTest.class,
          PreferenceConstraintsTest.class);

  static Stream<String> rules() {
    return RULES.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.getReturnType() == Constraint.class)
        .map(Method::getName);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRule_hasThreeTests(String rule) {
    long tests =
        TESTS.stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .filter(method -> method.getName().startsWith(rule + "_"))
            .count();

    assertThat(tests).as("tests of rule " + rule).isGreaterThanOrEqualTo(LEAST_TESTS);
  }
}
