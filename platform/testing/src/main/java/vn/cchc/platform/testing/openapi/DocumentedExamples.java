package vn.cchc.platform.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Shows on each operation a call and its answer from {@code openapi-examples/<operationId>.json}, which tests take from the
 * running service. So examples are real, and the code of the resources stays readable. A file has:
 *
 * <ul>
 *   <li>{@code parameters}: by name, those of path, query and header
 *   <li>{@code request}: the body in JSON; {@code form}: the same as {@code multipart/form-data}, where both are taken
 *   <li>{@code status} of the answer, its {@code headers} by name, and {@code response}, its body in JSON. The content of a
 *       download is not shown.
 * </ul>
 */
@OpenApiFilter(
        value = OpenApiFilter.RunStage.RUNTIME_STARTUP,
        priority = 2,
        documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class DocumentedExamples implements OASFilter {

    /** One for call and answer: tools pair a call with its answer by the name of their examples. */
    static final String NAME = "example";

    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data";
    private static final ObjectMapper READER = new ObjectMapper();

    @Override
    public Operation filterOperation(Operation operation) {
        JsonNode example = operation.getOperationId() == null ? null : read(operation.getOperationId());
        if (example != null) {
            showCall(operation, example);
            // What has not changed has the headers of what was got (RFC 9110, 15.4.5).
            Stream.of(example.get("status").asText(), "304")
                    .map(operation.getResponses()::getAPIResponse)
                    .filter(Objects::nonNull)
                    .forEach(answer -> showAnswer(answer, example));
        }
        return operation;
    }

    private static void showCall(Operation operation, JsonNode example) {
        if (operation.getParameters() != null) {
            for (Parameter parameter : operation.getParameters()) {
                JsonNode value = example.path("parameters").path(parameter.getName());
                if (!value.isMissingNode()) {
                    // Either the one or the others, by the specification.
                    parameter.example(null).addExample(NAME, example(value));
                }
            }
        }
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), JSON, example.path("request"));
            show(operation.getRequestBody().getContent(), FORM, example.path("form"));
        }
    }

    private static void showAnswer(APIResponse answer, JsonNode example) {
        example.path("headers").properties().forEach(shown -> {
            Header header =
                    answer.getHeaders() == null ? null : answer.getHeaders().get(shown.getKey());
            if (header != null) {
                header.example(null).addExample(NAME, example(shown.getValue()));
            }
        });
        if (answer.getHeaders() != null) {
            answer.getHeaders().values().forEach(DocumentedExamples::showRequired);
        }
        show(answer.getContent(), JSON, example.path("response"));
    }

    /** A header that each answer has is in its example, too: the value of the header's schema where the call shows none. */
    private static void showRequired(Header header) {
        if (Boolean.TRUE.equals(header.getRequired()) && header.getExamples() == null && header.getSchema() != null) {
            ofSchema(header.getSchema())
                    .ifPresent(value ->
                            header.addExample(NAME, OASFactory.createExample().value(value)));
        }
    }

    /** OpenAPI 3.1 has a list of them, 3.0 one. */
    @SuppressWarnings("deprecation") // as the document in 3.0 has it
    private static Optional<Object> ofSchema(Schema schema) {
        return Optional.ofNullable(schema.getExamples())
                .flatMap(values -> values.stream().findFirst())
                .or(() -> Optional.ofNullable(schema.getExample()));
    }

    private static void show(Content content, String mediaType, JsonNode value) {
        if (content != null && content.getMediaType(mediaType) != null && !value.isMissingNode()) {
            content.getMediaType(mediaType).addExample(NAME, example(value));
        }
    }

    private static Example example(JsonNode value) {
        return OASFactory.createExample().value(READER.convertValue(value, Object.class));
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
