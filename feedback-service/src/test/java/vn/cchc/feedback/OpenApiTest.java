package vn.cchc.feedback;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiContract;

/** The committed document is what the service offers. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class OpenApiTest {

    @Test
    void theCommittedDocumentIsWhatIsServed() {
        OpenApiContract.assertUnchanged();
    }

    @Test
    void the_committed_document_is_what_is_served() throws IOException {
        OpenApiContract.assertServed();
    }
}
