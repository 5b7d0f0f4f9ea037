package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.importing.reading.PlanReader;
import vn.cchc.platform.testing.EventContracts;

/** The contracts hold together: examples fit schemas, the sample fits the document schema. */
class ContractsTest {

    private final Schema document = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(read("plan-document.v1.schema.json"), InputFormat.JSON);

    @Test
    void the_examples_of_events_fit_their_schemas() {
        EventContracts.ofThisModule().assertExamplesFit();
    }

    @Test
    void the_real_plan_fits_the_schema_of_plan_documents() {
        assertThat(document.validate(RealPlan.json().toString(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void the_example_of_a_plan_document_fits_its_schema_and_is_well_structured() throws IOException {
        String example = read("plan-document.v1.example.json");

        assertThat(document.validate(example, InputFormat.JSON)).isEmpty();
        assertThat(PlanReader.faults(RealPlan.read((ObjectNode) new ObjectMapper().readTree(example))))
                .isEmpty();
    }

    @Test
    void the_schema_of_plan_documents_lets_nothing_undocumented_through() {
        ObjectNode plan = RealPlan.json();
        plan.put("due", "2021-02-28");

        assertThat(document.validate(plan.toString(), InputFormat.JSON)).isNotEmpty();
    }

    private static String read(String name) {
        try {
            return Files.readString(Path.of("contracts", name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
