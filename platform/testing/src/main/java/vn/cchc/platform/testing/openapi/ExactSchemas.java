package vn.cchc.platform.testing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import vn.cchc.platform.http.HeaderLimits;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.ReadableAddress;
import vn.cchc.platform.text.VietnameseText;

/**
 * Says of each schema what holds for its kind and what the annotations of a field do not tell: the bounds of its type, that no
 * other field is taken, patterns as Java matches them. A narrower bound stands at the field, where it is checked.
 */
@OpenApiFilter(
        value = OpenApiFilter.RunStage.RUNTIME_STARTUP,
        priority = 0,
        documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class ExactSchemas implements OASFilter {

    /** 200 characters, bare or in quotes. */
    private static final int LONGEST_KEY = 202;

    /** No request in JSON has more bytes ({@link vn.cchc.platform.http.MaxBody}), and no page (quarkus.rest.output-buffer-size). */
    private static final int LONGEST_TEXT = 4 * 1024 * 1024;

    /** A file came in a body of this many bytes at most (quarkus.http.limits.max-body-size). */
    private static final int LONGEST_FILE = 11 * 1024 * 1024;

    /** How {@code @NotBlank} is documented: as Java reads it, of ASCII alone, and of what is white rather than invisible. */
    private static final String NOT_BLANK = "\\S";

    /**
     * With a character that shows something: what {@link VietnameseText#isInvisible} has none of. Only of the Basic Multilingual
     * Plane: what is beyond is two characters for a validator that reads patterns without Unicode.
     */
    static final String VISIBLE = "^[\\s\\S]*[^" + invisible() + "][\\s\\S]*$";

    /** By format; of a time as Java reads it: nanoseconds, an offset with seconds. */
    private static final Map<String, Integer> LENGTHS =
            Map.of("uuid", 36, "date", 10, "date-time", 38, "binary", LONGEST_FILE);

    @Override
    public void filterOpenAPI(OpenAPI api) {
        DocumentedSchemas.each(api, ExactSchemas::enumerate);
        SchemaNames.change(api, name -> name.replaceFirst("^Page(.+?)(?:View)?$", "$1Page"));
        List<Operation> operations = api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .toList();
        operations.stream()
                .map(Operation::getParameters)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(ExactSchemas::bound);
        inline(api);
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Set<String> sent = new HashSet<>();
        operations.stream()
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .forEach(content -> collect(content.getSchema(), schemas, sent));
        sent.stream()
                .map(schemas::get)
                .filter(ExactSchemas::isRecord)
                .forEach(schema -> schema.setAdditionalPropertiesSchema(
                        OASFactory.createSchema().booleanSchema(false)));
        sent.forEach(name -> DocumentedSchemas.each(schemas.get(name), ExactSchemas::requireVisible));
        sent.stream()
                .map(name -> schemas.get(name).getProperties())
                .filter(Objects::nonNull)
                .filter(fields -> fields.containsKey("limit") && fields.containsKey("cursor"))
                .forEach(fields -> {
                    boundLimit(fields.get("limit"));
                    fields.get("cursor").setMaxLength(ReadableAddress.LONGEST);
                });
        boundPages(operations, schemas);
        operations.stream()
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .map(APIResponse::getHeaders)
                .filter(Objects::nonNull)
                .flatMap(headers -> headers.values().stream())
                .map(Header::getSchema)
                .filter(Objects::nonNull)
                // Those of an answer are no longer than those of a request.
                .forEach(schema -> bound(schema, HeaderLimits.LONGEST));
        schemas.forEach((name, schema) -> {
            if (!sent.contains(name)) {
                DocumentedSchemas.each(schema, ExactSchemas::count);
            }
        });
        DocumentedSchemas.each(api, schema -> bound(schema, LONGEST_TEXT));
    }

    /** Where a text must have characters, some of them show: what shows nothing is dropped before they are counted. */
    private static void requireVisible(Schema schema) {
        if (has(schema, SchemaType.STRING)
                && schema.getEnumeration() == null
                && schema.getFormat() == null
                && schema.getPattern() == null
                && schema.getMinLength() != null
                && schema.getMinLength() > 0) {
            schema.setPattern(VISIBLE);
        }
    }

    /** A page of what takes a {@code limit} has no more items; of what takes none it has all. */
    private static void boundPages(List<Operation> operations, Map<String, Schema> schemas) {
        Set<String> limited = new HashSet<>();
        Set<String> whole = new HashSet<>();
        for (Operation operation : operations) {
            Set<String> pages = takesLimit(operation, schemas) ? limited : whole;
            operation.getResponses().getAPIResponses().values().stream()
                    .map(APIResponse::getContent)
                    .filter(Objects::nonNull)
                    .flatMap(content -> content.getMediaTypes().values().stream())
                    .map(MediaType::getSchema)
                    .filter(Objects::nonNull)
                    .map(SchemaNames::referredTo)
                    .filter(name -> name != null && name.endsWith("Page"))
                    .forEach(pages::add);
        }
        // It comes back as a parameter.
        Stream.concat(limited.stream(), whole.stream())
                .forEach(page -> schemas.get(page).getProperties().get("next").setMaxLength(ReadableAddress.LONGEST));
        limited.removeAll(whole);
        limited.forEach(page -> schemas.get(page).getProperties().get("items").setMaxItems(PageLimit.LARGEST));
    }

    private static boolean takesLimit(Operation operation, Map<String, Schema> schemas) {
        Stream<Parameter> parameters =
                Stream.ofNullable(operation.getParameters()).flatMap(List::stream);
        Stream<MediaType> bodies = Stream.ofNullable(operation.getRequestBody())
                .flatMap(body -> body.getContent().getMediaTypes().values().stream());
        return parameters.anyMatch(parameter -> parameter.getName().equals("limit"))
                || bodies.map(body -> SchemaNames.referredTo(body.getSchema()))
                        .filter(Objects::nonNull)
                        .anyMatch(name -> schemas.get(name).getProperties().containsKey("limit"));
    }

    /** OpenAPI 3.0 has no {@code const}: its reader makes one of an enumeration of one value, which is none any more here. */
    private static void enumerate(Schema schema) {
        if (schema.getConstValue() != null) {
            schema.setEnumeration(List.of(schema.getConstValue()));
            schema.setConstValue(null);
        }
    }

    /** Days, times and ids are no types of their own: a client has its own for them. */
    private static void inline(OpenAPI api) {
        Map<String, Schema> scalars = new TreeMap<>(api.getComponents().getSchemas());
        scalars.values().removeIf(schema -> !has(schema, SchemaType.STRING) || schema.getEnumeration() != null);
        DocumentedSchemas.each(api, schema -> {
            Schema scalar = Optional.ofNullable(SchemaNames.referredTo(schema))
                    .map(scalars::get)
                    .orElse(null);
            if (scalar != null) {
                schema.setRef(null);
                schema.setType(scalar.getType());
                schema.setFormat(scalar.getFormat());
                schema.setPattern(scalar.getPattern());
            } else if (schema.getRef() != null) {
                // The type stands where the reference leads to.
                schema.setType(null);
            }
        });
        scalars.keySet().forEach(api.getComponents()::removeSchema);
    }

    private static void bound(Parameter parameter) {
        Schema schema = parameter.getSchema();
        switch (parameter.getIn()) {
            case PATH, QUERY -> bound(schema, ReadableAddress.LONGEST);
            case HEADER, COOKIE ->
                bound(schema, parameter.getName().equals("Idempotency-Key") ? LONGEST_KEY : HeaderLimits.LONGEST);
        }
        if (parameter.getName().equals("limit")) {
            boundLimit(schema);
        }
    }

    /** A larger one is taken for the largest. */
    private static void boundLimit(Schema limit) {
        limit.minimum(BigDecimal.ONE).defaultValue(PageLimit.DEFAULT);
    }

    private static void bound(Schema schema, int longest) {
        if (has(schema, SchemaType.STRING) && schema.getEnumeration() == null && schema.getMaxLength() == null) {
            schema.setMaxLength(LENGTHS.getOrDefault(String.valueOf(schema.getFormat()), longest));
        }
        if (has(schema, SchemaType.INTEGER)) {
            boolean isLong = "int64".equals(schema.getFormat());
            schema.setFormat(isLong ? "int64" : "int32");
            if (schema.getMinimum() == null) {
                schema.setMinimum(BigDecimal.valueOf(isLong ? Long.MIN_VALUE : Integer.MIN_VALUE));
            }
            if (schema.getMaximum() == null) {
                schema.setMaximum(BigDecimal.valueOf(isLong ? Long.MAX_VALUE : Integer.MAX_VALUE));
            }
        }
        String pattern = schema.getPattern();
        if (NOT_BLANK.equals(pattern)) {
            schema.setPattern(VISIBLE);
        } else if (pattern != null && !pattern.equals(VISIBLE) && !pattern.startsWith("^")) {
            schema.setPattern(pattern.contains("|") ? "^(?:" + pattern + ")$" : "^" + pattern + "$");
        }
    }

    /** A number in an answer counts something: it is not negative unless its field says otherwise. */
    private static void count(Schema schema) {
        if (has(schema, SchemaType.INTEGER) && schema.getMinimum() == null) {
            schema.setMinimum(BigDecimal.ZERO);
        }
    }

    private static boolean isRecord(Schema schema) {
        return has(schema, SchemaType.OBJECT) && schema.getAdditionalPropertiesSchema() == null;
    }

    private static boolean has(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    private static void collect(Schema from, Map<String, Schema> schemas, Set<String> names) {
        DocumentedSchemas.each(from, schema -> {
            String name = SchemaNames.referredTo(schema);
            if (name != null && names.add(name)) {
                collect(schemas.get(name), schemas, names);
            }
        });
    }

    /** Ranges of a character class. */
    private static String invisible() {
        BitSet points = IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(VietnameseText::isInvisible)
                .collect(BitSet::new, BitSet::set, BitSet::or);
        StringBuilder ranges = new StringBuilder();
        for (int from = points.nextSetBit(0); from >= 0; from = points.nextSetBit(points.nextClearBit(from))) {
            int to = points.nextClearBit(from) - 1;
            ranges.append(from == to ? "\\u%04X".formatted(from) : "\\u%04X-\\u%04X".formatted(from, to));
        }
        return ranges.toString();
    }
}
