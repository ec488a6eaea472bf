package io.gemba;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The map of this module: messages stand alone; files are read by {@code yaml}; no circles. */
@AnalyzeClasses(packages = "io.gemba", importOptions = ImportOption.DoNotIncludeTests.class)
class ConfigMapTest {
  @ArchTest
  static final ArchRule messagesKnowNobody =
      noClasses()
          .that()
          .resideInAPackage("io.gemba.message..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.gemba.site..", "io.gemba.settings..", "io.gemba.yaml..");

  @ArchTest
  static final ArchRule yamlTypesStayInTheirPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.gemba.yaml..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.snakeyaml..");

  @ArchTest
  static final ArchRule schemaTypesStayInTheirPackage =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.gemba.schema..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.github.victools..");

  @ArchTest
  static final ArchRule dataFlowsOneWay =
      slices().matching("io.gemba.(*)..").should().beFreeOfCycles();
}
