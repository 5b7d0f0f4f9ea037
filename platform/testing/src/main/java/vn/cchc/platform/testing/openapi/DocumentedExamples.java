package vn.cchc.platform.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Shows on each operation a request and an answer from {@code openapi-examples/<operationId>.json}, which tests take from the
 * running service. So examples are real, and the code of the resources stays readable.
 */
@OpenApiFilter(
        value = OpenApiFilter.RunStage.RUNTIME_STARTUP,
        priority = 2,
        documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class DocumentedExamples implements OASFilter {

    private static final String JSON = "application/json";
    private static final ObjectMapper READER = new ObjectMapper();

    @Override
    public Operation filterOperation(Operation operation) {
        JsonNode example = operation.getOperationId() == null ? null : read(operation.getOperationId());
        if (example != null) {
            if (operation.getRequestBody() != null && example.has("request")) {
                show(operation.getRequestBody().getContent(), example.get("request"));
            }
            APIResponse answer = operation.getResponses() == null
                    ? null
                    : operation
                            .getResponses()
                            .getAPIResponse(example.get("status").asText());
            if (answer != null && example.has("response")) {
                show(answer.getContent(), example.get("response"));
            }
        }
        return operation;
    }

    private static void show(Content content, JsonNode value) {
        if (content != null && content.getMediaType(JSON) != null) {
            content.getMediaType(JSON)
                    .addExample("example", OASFactory.createExample().value(READER.convertValue(value, Object.class)));
        }
    }

    private static JsonNode read(String operationId) {
        String name = "openapi-examples/" + operationId + ".json";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return file == null ? null : READER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
