package io.gemba.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The map of this module: who may know whom, and where each server's types end. */
@AnalyzeClasses(
    packages = "io.gemba.standalone",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule serversKnowNoPartOfGembaButMessagesAndMeasurements =
      noClasses()
          .that()
          .resideInAPackage("..server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.gemba.planner..", "io.gemba.sensors..", "..cli..", "..bench..");

  @ArchTest
  static final ArchRule serverTypesStayInTheServerPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("..server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "kafka..",
              "org.apache.kafka.metadata..",
              "org.apache.kafka.server..",
              "org.apache.activemq..",
              "io.questdb..",
              "io.zonky..",
              "java.sql..");

  @ArchTest
  static final ArchRule theCommandLineIsKnownByNobody =
      classes()
          .that()
          .resideInAPackage("..cli..")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAPackage("..cli..");

  @ArchTest
  static final ArchRule picocliStaysInTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule miniClusterStaysInStream =
      noClasses()
          .that()
          .resideOutsideOfPackage("..stream..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.flink.runtime..");

  @ArchTest
  static final ArchRule theDataFolderKnowsNoServer =
      noClasses()
          .that()
          .resideInAPackage("..data..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..server..", "..stream..", "..cli..", "org.apache..");
}
