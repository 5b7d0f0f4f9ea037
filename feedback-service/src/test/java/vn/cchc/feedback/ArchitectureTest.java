package vn.cchc.feedback;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.cchc.platform.testing.ArchitectureRules;

class ArchitectureTest {

    /**
     * The words of the trade, the state machine and the tracking code stand directly in the root and know no framework; nor
     * do what removes the metadata of files and what reads old registers.
     */
    @TestFactory
    Stream<DynamicTest> architecture() {
        return ArchitectureRules.tests(
                "vn.cchc.feedback",
                "vn.cchc.feedback",
                "vn.cchc.feedback.attachment.metadata",
                "vn.cchc.feedback.intake.oldregister");
    }
}
