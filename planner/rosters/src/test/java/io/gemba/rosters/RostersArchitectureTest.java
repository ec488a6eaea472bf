package io.gemba.rosters;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.gemba", importOptions = DoNotIncludeTests.class)
class RostersArchitectureTest {

  @ArchTest
  static final ArchRule optaPlanner_staysInItsPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.gemba.rosters.optaplanner")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.optaplanner..");

  @ArchTest
  static final ArchRule checker_sharesNoCodeWithThePlanner =
      noClasses()
          .that()
          .resideInAPackage("io.gemba.rosters.check")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.gemba.rosters.model",
              "io.gemba.rosters.optaplanner",
              "io.gemba.rosters.baseline",
              "io.gemba.rosters.explain");

  @ArchTest
  static final ArchRule model_knowsNoSearchAndNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage("io.gemba.rosters.model", "io.gemba.rosters.baseline")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.gemba.rosters.optaplanner", "org.optaplanner..", "org.slf4j..");

  @ArchTest
  static final ArchRule rosters_knowOnlyConfig =
      noClasses()
          .that()
          .resideInAPackage("io.gemba.rosters..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.gemba.sensors..",
              "io.gemba.jobs..",
              "io.gemba.forecast..",
              "io.gemba.planner..",
              "io.gemba.routes..",
              "io.gemba.standalone..");
}
