package vn.cchc.platform.testing.openapi;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** All schemas of an API document, wherever they stand. */
final class DocumentedSchemas {

    private DocumentedSchemas() {}

    static void each(OpenAPI api, Consumer<Schema> visitor) {
        api.getComponents().getSchemas().values().forEach(schema -> each(schema, visitor));
        of(api.getComponents().getHeaders()).forEach(header -> each(header.getSchema(), visitor));
        of(api.getComponents().getResponses()).forEach(answer -> each(answer, visitor));
        for (PathItem path : api.getPaths().getPathItems().values()) {
            of(path.getParameters()).forEach(parameter -> each(parameter.getSchema(), visitor));
            path.getOperations().values().forEach(operation -> each(operation, visitor));
        }
    }

    private static void each(Operation operation, Consumer<Schema> visitor) {
        of(operation.getParameters()).map(Parameter::getSchema).forEach(schema -> each(schema, visitor));
        if (operation.getRequestBody() != null) {
            each(operation.getRequestBody().getContent(), visitor);
        }
        of(operation.getResponses().getAPIResponses()).forEach(answer -> each(answer, visitor));
    }

    private static void each(APIResponse answer, Consumer<Schema> visitor) {
        of(answer.getHeaders()).map(Header::getSchema).forEach(schema -> each(schema, visitor));
        each(answer.getContent(), visitor);
    }

    private static void each(Content content, Consumer<Schema> visitor) {
        if (content != null) {
            of(content.getMediaTypes()).map(MediaType::getSchema).forEach(schema -> each(schema, visitor));
        }
    }

    /** The schema and those within it; not those that it refers to. */
    static void each(Schema schema, Consumer<Schema> visitor) {
        if (schema == null) {
            return;
        }
        visitor.accept(schema);
        each(schema.getItems(), visitor);
        each(schema.getAdditionalPropertiesSchema(), visitor);
        of(schema.getProperties()).forEach(property -> each(property, visitor));
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .flatMap(DocumentedSchemas::of)
                .forEach(part -> each(part, visitor));
    }

    private static <T> Stream<T> of(Map<?, T> all) {
        return all == null ? Stream.empty() : of(all.values());
    }

    private static <T> Stream<T> of(Collection<T> all) {
        return all == null ? Stream.empty() : all.stream().filter(Objects::nonNull);
    }
}
