package io.gemba.sensors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module. */
@AnalyzeClasses(packages = "io.gemba.sensors", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String[] PURE = {
    "io.gemba.sensors.payload..",
    "io.gemba.sensors.quality..",
    "io.gemba.sensors.detect..",
    "io.gemba.sensors.production.."
  };

  @ArchTest
  static final ArchRule ofOurs_onlyConfigAndItself =
      classes()
          .should()
          .onlyDependOnClassesThat(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "are not ours, or of config or sensors",
                  type ->
                      !type.getPackageName().startsWith("io.gemba")
                          || type.getPackageName()
                              .matches(
                                  "io\\.gemba\\.(sensors|message|settings|site|yaml)(\\..*)?")));

  @ArchTest
  static final ArchRule pureRules_knowNoBrokerAndNoClient =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.eclipse.paho..",
              "org.apache.flink..",
              "java.net..",
              "java.sql..");

  @ArchTest
  static final ArchRule pureRules_areHandedTheirClock =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule mqttAndKafkaClients_stayWhereMessagesCrossTheBorder =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.gemba.sensors.mqtt..",
              "io.gemba.sensors.simulation..",
              "io.gemba.sensors.replay..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.eclipse.paho..");

  @ArchTest
  static final ArchRule randomCutForest_isKnownToOneClass =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("io.gemba.sensors.benchmark.RandomCutForestPeer")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.amazon.randomcutforest..");

  @ArchTest
  static final ArchRule features_haveNoCircle =
      slices().matching("io.gemba.sensors.(*)..").should().beFreeOfCycles();
}
