package io.gemba.planner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The map of this module. */
@AnalyzeClasses(packages = "io.gemba.planner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule JAVALIN_STAYS_IN_WEB =
      only("..web..", "io.javalin..", "org.eclipse.jetty..");

  @ArchTest
  static final ArchRule SQL_STAYS_IN_STORE =
      only("..store..", "java.sql..", "org.postgresql..", "com.zaxxer..", "org.flywaydb..");

  @ArchTest static final ArchRule MQTT_STAYS_IN_DRIVERS = only("..drivers..", "org.eclipse.paho..");

  @ArchTest
  static final ArchRule PROMETHEUS_STAYS_IN_HEALTH = only("..health..", "io.prometheus..");

  @ArchTest
  static final ArchRule CONSUMERS_STAY_IN_INTAKE =
      only("..intake..", "org.apache.kafka.clients.consumer..");

  @ArchTest
  static final ArchRule PRODUCERS_STAY_IN_OUTBOX =
      only("..outbox..", "org.apache.kafka.clients.producer..");

  @ArchTest
  static final ArchRule JOBS_ARE_MET_ONLY_ON_TOPICS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.gemba.jobs..", "io.gemba.forecast..", "io.gemba.sensors..", "org.apache.flink..");

  @ArchTest
  static final ArchRule SOLVERS_KNOW_THEIR_OWN_FRAMEWORKS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.graphhopper..", "org.optaplanner..");

  @ArchTest
  static final ArchRule FEATURES_DO_NOT_KNOW_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.gemba.planner", "..api..", "..web..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.gemba.planner.api..", "io.gemba.planner.web..");

  @ArchTest
  static final ArchRule STORE_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("..store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..roster..", "..routes..", "..intake..", "..chain..", "..plans..", "..planning..");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
      SlicesRuleDefinition.slices().matching("io.gemba.planner.(*)..").should().beFreeOfCycles();

  private static ArchRule only(String owner, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(owner)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }
}
