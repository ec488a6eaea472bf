package io.gemba;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of this module: jobs use pure rules, never each other, and never the planner. */
@AnalyzeClasses(
    packages = {"io.gemba.jobs", "io.gemba.forecast"},
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule ofOurs_onlyConfigSensorsAndItself =
      classes()
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.describe(
                  "are not ours, or of config, sensors or this module",
                  type ->
                      !type.getPackageName().startsWith("io.gemba")
                          || type.getPackageName()
                              .matches(
                                  "io\\.gemba\\.(jobs|forecast|maintenance|sensors|message|settings|site|yaml)"
                                      + "(\\..*)?")));

  @ArchTest
  static final ArchRule forecastAndMaintenance_arePure =
      noClasses()
          .that()
          .resideInAnyPackage("io.gemba.forecast..", "io.gemba.maintenance..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache..", "com.influxdb..", "io.gemba.jobs..", "java.net..");

  @ArchTest
  static final ArchRule tribuo_staysInTheTrainer =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.gemba.forecast.train..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.tribuo..", "ml.dmlc..");

  @ArchTest
  static final ArchRule kafkaClient_staysInStream =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.gemba.jobs.stream..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector.kafka..");

  @ArchTest
  static final ArchRule influxClient_staysInMetrics =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.gemba.jobs.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.influxdb..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule jobs_shareOnlyStreamPaceAndMqtt =
      slices()
          .matching("io.gemba.jobs.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(),
              DescribedPredicate.describe(
                  "of a package made for sharing",
                  type -> type.getPackageName().matches("io\\.gemba\\.jobs\\.(stream|pace|mqtt)")));
}
