package io.gemba.routes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.gemba", importOptions = DoNotIncludeTests.class)
class RoutesArchitectureTest {

  @ArchTest
  static final ArchRule jsprit_staysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.gemba.routes.jsprit")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.graphhopper..");

  @ArchTest
  static final ArchRule checker_sharesNoCodeWithThePlanner =
      noClasses()
          .that()
          .resideInAPackage("io.gemba.routes.check")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.gemba.routes.model",
              "io.gemba.routes.jsprit",
              "io.gemba.routes.search",
              "io.gemba.routes.engine",
              "io.gemba.routes.baseline");

  @ArchTest
  static final ArchRule engine_knowsNoRequestAndNoFramework =
      noClasses()
          .that()
          .resideInAPackage("io.gemba.routes.engine")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.gemba.routes",
              "io.gemba.routes.model",
              "io.gemba.routes.search",
              "io.gemba.message..",
              "com.graphhopper..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule model_knowsNoSearchAndNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.gemba.routes.model", "io.gemba.routes.baseline", "io.gemba.routes.search")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.gemba.routes.jsprit", "com.graphhopper..", "org.slf4j..");

  @ArchTest
  static final ArchRule routes_knowOnlyConfig =
      noClasses()
          .that()
          .resideInAPackage("io.gemba.routes..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.gemba.sensors..",
              "io.gemba.jobs..",
              "io.gemba.forecast..",
              "io.gemba.planner..",
              "io.gemba.rosters..",
              "io.gemba.standalone..");
}
