package vn.cchc.plan;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.cchc.platform.testing.ArchitectureRules;

class ArchitectureTest {

    /** The language of timings, the reading, checking and comparing of documents, and their transcription know no framework. */
    @TestFactory
    Stream<DynamicTest> architecture() {
        return Stream.concat(
                Stream.of(ArchitectureRules.messages("vn.cchc.plan"), ArchitectureRules.packages("vn.cchc.plan")),
                ArchitectureRules.tests(
                        "vn.cchc.plan",
                        "vn.cchc.plan.timing..",
                        "vn.cchc.plan.finding",
                        "vn.cchc.plan.importing.reading..",
                        "vn.cchc.plan.importing.check..",
                        "vn.cchc.plan.importing.comparison..",
                        "vn.cchc.plan.transcript.file..",
                        "vn.cchc.plan.transcript.reading..",
                        "vn.cchc.plan.transcript.word.."));
    }
}
