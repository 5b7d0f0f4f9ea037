package vn.cchc.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventContractsTest {

    private static final String ID = "0190a000-0000-7000-8000-000000000001";
    private static final String SCHEMA = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "required": ["id", "dueOn"],
              "properties": {
                "id": {"type": "string", "format": "uuid"},
                "dueOn": {"$ref": "day.json"}
              },
              "additionalProperties": false
            }
            """;
    private static final String EXAMPLE = "{\"id\": \"" + ID + "\", \"dueOn\": \"2021-02-17\"}";

    @TempDir
    Path folder;

    @BeforeEach
    void a_contract_with_a_shared_part() throws IOException {
        write("day.json", "{\"type\": \"string\", \"format\": \"date\"}");
        write("sample.received.v1.schema.json", SCHEMA);
        write("sample.received.v1.example.json", EXAMPLE);
    }

    @Test
    void examples_that_fit_are_accepted() throws IOException {
        write("sample.received.v1.example-by-phone.json", EXAMPLE);

        EventContracts contracts = EventContracts.in(folder);

        assertThatCode(contracts::assertExamplesFit).doesNotThrowAnyException();
        assertThat(contracts.examples())
                .containsOnlyKeys("sample.received.v1.example.json", "sample.received.v1.example-by-phone.json");
    }

    @Test
    void an_example_that_does_not_fit_is_named() throws IOException {
        write("sample.received.v1.example.json", EXAMPLE.replace("02-17", "02-30"));

        assertThatThrownBy(() -> EventContracts.in(folder).assertExamplesFit())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sample.received.v1.example.json")
                .hasMessageContaining("dueOn");
    }

    @Test
    void a_type_without_example_an_example_without_type_and_an_open_schema_are_faults() throws IOException {
        write("sample.answered.v1.schema.json", SCHEMA);
        write("sample.refused.v1.example.json", EXAMPLE);
        write("sample.received.v1.schema.json", SCHEMA.replace("\"additionalProperties\": false", "\"title\": \"x\""));

        assertThatThrownBy(() -> EventContracts.in(folder).assertExamplesFit())
                .hasMessageContaining("vn.cchc.sample.answered.v1 has no example")
                .hasMessageContaining("sample.refused.v1.example.json belongs to no schema")
                .hasMessageContaining("vn.cchc.sample.received.v1 lets undocumented fields through");
    }

    @Test
    void an_example_has_the_fields_of_what_is_sent_and_null_in_the_same() throws IOException {
        EventContracts contracts = EventContracts.in(folder);
        ObjectNode sent = (ObjectNode) new ObjectMapper().readTree(EXAMPLE);

        assertThatCode(() -> contracts.assertExampleIs("vn.cchc.sample.received.v1", sent.put("dueOn", "2021-02-18")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> contracts.assertExampleIs("vn.cchc.sample.received.v1", sent.putNull("dueOn")))
                .hasMessageContaining("sample.received.v1.example.json is not what is sent");
        assertThatThrownBy(() -> contracts.assertExampleIs("vn.cchc.sample.refused.v1", sent))
                .hasMessageContaining("sample.refused.v1.example.json is not what is sent");
    }

    @Test
    void an_event_as_documented_is_accepted() {
        assertThatCode(() -> EventContracts.in(folder).assertFits(event(headers(), EXAMPLE)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_day_mark_has_no_key_and_no_other_event_goes_without() throws IOException {
        write("day.marked.v1.schema.json", SCHEMA);
        EventContracts contracts = EventContracts.in(folder);
        Map<String, String> mark = headers();
        mark.put("ce_type", "vn.cchc.day.marked.v1");

        assertThatCode(() -> contracts.assertFits(new SentEvent("cchc.sample", 0, 0, null, mark, EXAMPLE)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> contracts.assertFits(event(mark, EXAMPLE))).hasMessageContaining("has no key");
        assertThatThrownBy(() -> contracts.assertFits(new SentEvent("cchc.sample", 0, 0, null, headers(), EXAMPLE)))
                .hasMessageContaining("id of the aggregate");
    }

    @Test
    void an_event_that_differs_from_its_contract_is_refused() {
        EventContracts contracts = EventContracts.in(folder);
        Map<String, String> unknown = headers();
        unknown.put("ce_type", "vn.cchc.sample.unknown.v1");
        Map<String, String> bare = headers();
        bare.remove("ce_id");
        Map<String, String> aboutAnother = headers();
        aboutAnother.put("ce_subject", "0190a000-0000-7000-8000-000000000002");
        String leaking = EXAMPLE.replace("{", "{\"senderName\": \"x\", ");

        assertThatThrownBy(() -> contracts.assertFits(event(unknown, EXAMPLE)))
                .hasMessageContaining("no schema for type vn.cchc.sample.unknown.v1");
        assertThatThrownBy(() -> contracts.assertFits(event(bare, EXAMPLE)))
                .hasMessageContaining("header ce_id is missing");
        assertThatThrownBy(() -> contracts.assertFits(event(aboutAnother, EXAMPLE)))
                .hasMessageContaining("id of the aggregate");
        assertThatThrownBy(() -> contracts.assertFits(event(headers(), leaking)))
                .hasMessageContaining("senderName");
        assertThatThrownBy(() -> contracts.assertFits(event(headers(), null))).hasMessageContaining("no body");
    }

    @Test
    void an_empty_or_missing_folder_is_a_fault() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> EventContracts.in(empty).assertExamplesFit()).hasMessageContaining("no schema");
        assertThatThrownBy(() -> EventContracts.in(folder.resolve("nowhere"))).hasMessageContaining("nowhere");
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", "0190a000-0000-7000-8000-0000000000ff");
        headers.put("ce_source", "/sample");
        headers.put("ce_type", "vn.cchc.sample.received.v1");
        headers.put("ce_time", "2021-02-05T09:00:00+07:00");
        headers.put("ce_subject", ID);
        headers.put("content-type", "application/json");
        return headers;
    }

    private static SentEvent event(Map<String, String> headers, String data) {
        return new SentEvent("cchc.sample", 0, 0, ID, headers, data);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
