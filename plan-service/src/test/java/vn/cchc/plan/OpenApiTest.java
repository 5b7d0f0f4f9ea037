package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiContract;

@QuarkusTest
@WithTestResource(LocalServers.class)
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Test
    void the_committed_document_is_what_the_service_offers() {
        OpenApiContract.assertUnchanged();
    }

    @Test
    void the_committed_document_is_what_is_served() throws IOException {
        OpenApiContract.assertServed();
    }

    @Test
    void schemas_have_names_that_do_not_clash() throws IOException {
        List<String> names = new ArrayList<>();
        document().get("components").get("schemas").fieldNames().forEachRemaining(names::add);

        // Where two types have one name, the second gets a number.
        assertThat(names).isNotEmpty().noneMatch(name -> name.matches(".*\\d"));
    }

    @Test
    void every_operation_says_what_it_is_and_what_can_go_wrong() throws IOException {
        JsonNode api = document();
        List<String> faults = new ArrayList<>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(each -> {
                    if (METHODS.contains(each.getKey())) {
                        check(each.getKey() + " " + path.getKey(), each.getValue(), faults);
                    }
                }));

        assertThat(faults).isEmpty();
        assertThat(api.get("openapi").asText()).startsWith("3.1");
    }

    private static JsonNode document() throws IOException {
        return new ObjectMapper()
                .readTree(RestAssured.given()
                        .accept("application/json")
                        .get("/q/openapi-generated")
                        .asByteArray());
    }

    private static void check(String name, JsonNode operation, List<String> faults) {
        for (String field : List.of("operationId", "summary", "tags")) {
            if (!operation.hasNonNull(field)) {
                faults.add(name + " has no " + field);
            }
        }
        boolean anyOk = false;
        boolean anyFault = false;
        var responses = operation.get("responses").fieldNames();
        while (responses.hasNext()) {
            String status = responses.next();
            anyOk |= status.startsWith("2");
            anyFault |= status.startsWith("4");
        }
        if (!anyOk || !anyFault) {
            faults.add(name + " lacks a 2xx or a 4xx answer");
        }
        boolean binary = operation.toString().contains("\"binary\"");
        if (!binary && !operation.toString().contains("\"examples\"")) {
            faults.add(name + " has no example");
        }
        if (!binary && !operation.get("responses").toString().contains("\"examples\"")) {
            faults.add(name + " shows no answer");
        }
    }
}
