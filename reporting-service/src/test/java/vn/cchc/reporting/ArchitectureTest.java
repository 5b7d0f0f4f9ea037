package vn.cchc.reporting;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.cchc.platform.testing.ArchitectureRules;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> architecture() {
        return Stream.concat(
                Stream.of(ArchitectureRules.messages("vn.cchc.reporting")),
                ArchitectureRules.tests(
                        "vn.cchc.reporting", "vn.cchc.reporting.figures..", "vn.cchc.reporting.narrative.fact.."));
    }
}
