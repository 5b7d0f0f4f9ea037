package vn.cchc.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiContractTest {

    private static final String ENUMERATED = "{\"State\": {\"type\": \"string\", \"enum\": [\"ISSUED\"]}}";

    private static JsonNode document(String version, String schemas) throws JsonProcessingException {
        return new ObjectMapper().readTree("""
                        {"openapi": "%s", "components": {"schemas": %s}, "paths": {}}""".formatted(version, schemas));
    }

    @Test
    void an_equals_sign_is_written_in_quotes() {
        assertThat(OpenApiContract.readableInYaml11("""
                        operator: =
                        operators:
                        - =
                        - a = b
                        text: a =
                        """)).isEqualTo("""
                        operator: "="
                        operators:
                        - "="
                        - a = b
                        text: a =
                        """);
    }

    @Test
    void documents_with_the_same_schemas_are_the_same() throws JsonProcessingException {
        OpenApiContract.assertSame(document("3.0.3", ENUMERATED), document("3.1.0", ENUMERATED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"List\": {\"type\": \"array\"}}",
                "{\"List\": {\"type\": [\"array\", \"null\"], \"maxItems\": 2147483647}}",
                "{\"Row\": {\"properties\": {\"value\": {\"type\": \"number\", \"minimum\": 0}}}}"
            })
    void a_list_or_a_number_without_a_bound_is_told(String schemas) {
        assertThatThrownBy(() -> OpenApiContract.assertBounded(document("3.1.0", schemas)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no bound");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"State\": {\"type\": \"string\"}}",
                "{\"State\": {\"type\": \"string\", \"enum\": [\"DRAFT\"]}}"
            })
    void a_schema_or_a_value_that_the_older_document_lacks_is_told(String schemas) {
        assertThatThrownBy(() -> OpenApiContract.assertSame(document("3.0.3", schemas), document("3.1.0", ENUMERATED)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("other schemas or enumerations");
    }
}
