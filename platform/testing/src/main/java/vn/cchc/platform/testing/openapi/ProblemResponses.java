package vn.cchc.platform.testing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import vn.cchc.platform.http.BodySize;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.HeaderLimits;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.ProblemMember;
import vn.cchc.platform.http.ReadableAddress;
import vn.cchc.platform.http.StandardWording;

/**
 * Documents the problem responses of each operation, derived from its signature: a body can be unreadable, a parameter
 * malformed, a resource absent, a version stale.
 */
@OpenApiFilter(
        value = OpenApiFilter.RunStage.RUNTIME_STARTUP,
        priority = 1,
        documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class ProblemResponses implements OASFilter {

    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String SCHEMA = "Problem";
    private static final String PREFIX = "#/components/responses/";
    private static final int UNAVAILABLE_STATUS = 503;

    /** Of sentences that the program words, with names and figures in them. */
    private static final int LONGEST_TEXT = 4000;

    /** Of the methods that HTTP has. */
    private static final int LONGEST_ALLOW = 60;

    private static final Map<Integer, String> WHEN = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "A parameter or the body cannot be read; `errors` names the fields"),
            Map.entry(401, "No token, or one that is forged or has expired"),
            Map.entry(403, "The caller's role does not allow this"),
            Map.entry(404, "It does not exist for this caller"),
            Map.entry(405, "The path knows other methods; `Allow` names them"),
            Map.entry(
                    406,
                    "`Accept` lets none of the media types of this operation through. Problems are `application/problem+json`"
                            + " whatever it says"),
            Map.entry(408, "The content came too slowly, or not to its end; nothing was recorded"),
            Map.entry(
                    409,
                    "The state does not allow this; `allowed` lists what it does, `recounting` and `unanswered` whom it waits"
                            + " for"),
            Map.entry(412, "`If-Match` names another version than the current one"),
            Map.entry(413, "The content is larger than the limit"),
            Map.entry(
                    414,
                    "The address is longer than " + ReadableAddress.LONGEST
                            + " characters; without content where the first line is longer than 64 KB"),
            Map.entry(415, "The media type is not taken"),
            Map.entry(422, "A rule is broken; `errors` names the fields"),
            Map.entry(428, "`If-Match` is missing"),
            Map.entry(
                    429,
                    "Too many requests without a token, or with one that has no role, from this client address (of"
                            + " IPv6, its /64), counted by each replica; or, of an operation that occupies much for long, too"
                            + " many of one caller at the same time. The gateway before it may limit too."
                            + " `Retry-After` says when to come back"),
            Map.entry(
                    431,
                    "A header, other than `Authorization`, is longer than " + HeaderLimits.LONGEST
                            + " characters, or all together than " + BodySize.of(HeaderLimits.LONGEST_TOGETHER)
                            + "; without content where they are longer than 64 KB"),
            Map.entry(500, "A fault of the service; it is logged there, and nothing was recorded"),
            Map.entry(
                    503,
                    "The database is away or silent, something was waited for in vain for some seconds, or too much is"
                            + " under way. Most often nothing was recorded; whoever sends an `Idempotency-Key` can send"
                            + " the same again in any case. `Retry-After` says when")));

    /**
     * What any request may be answered: with an unknown parameter, a forged token, another method, another media type, too long
     * a path or headers, or while something is broken or away ({@link DatabaseGate} stands before each operation).
     */
    private static final List<Integer> ALWAYS = List.of(400, 401, 405, 406, 414, 431, 500, UNAVAILABLE_STATUS);

    /** Example of a problem that every operation may return, in English. */
    private static final Map<String, Object> UNAVAILABLE = unavailable();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null) {
            return;
        }
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        // The extension's own, more general schemas.
        List.of("HttpProblem", "HttpValidationProblem", "Violation").forEach(api.getComponents()::removeSchema);
        api.getComponents().addSchema(SCHEMA, problem());
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> document(path, method, item, operation)));
        Set<String> given = api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .map(APIResponse::getRef)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        WHEN.forEach((status, when) -> {
            if (given.contains(PREFIX + component(status))) {
                api.getComponents().addResponse(component(status), response(status, when));
            }
        });
    }

    private static void document(String path, PathItem.HttpMethod method, PathItem item, Operation operation) {
        Set<Integer> statuses = new TreeSet<>(ALWAYS);
        boolean secured = operation.getSecurity() != null
                && operation.getSecurity().stream()
                        .anyMatch(requirement -> !requirement.getSchemes().isEmpty());
        Optional<Parameter> ifMatch = header(item, operation, "If-Match");
        boolean conditional = ifMatch.isPresent();
        if (secured) {
            statuses.add(403);
        }
        if (path.contains("{")) {
            statuses.add(404);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(408, 413, 415, 422));
        }
        if (conditional) {
            ifMatch.get().setRequired(true);
            statuses.addAll(List.of(412, 428));
        }
        if (header(item, operation, "Idempotency-Key").isPresent()) {
            statuses.add(422);
        }
        if (method == PathItem.HttpMethod.POST && (conditional || path.contains("{"))) {
            statuses.add(409);
        }
        if (!secured) {
            statuses.add(429);
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        for (int status : statuses) {
            APIResponse described = operation.getResponses().getAPIResponse(Integer.toString(status));
            if (described == null || described.getContent() == null) {
                operation.getResponses().addAPIResponse(Integer.toString(status), common(status));
            }
        }
    }

    private static Optional<Parameter> header(PathItem item, Operation operation, String name) {
        return Stream.of(item.getParameters(), operation.getParameters())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(parameter -> parameter.getIn() == Parameter.In.HEADER && name.equals(parameter.getName()))
                .findFirst();
    }

    private static String component(int status) {
        return "Problem" + status;
    }

    /** The answer of this status as most operations give it. */
    public static APIResponse common(int status) {
        return OASFactory.createAPIResponse().ref(PREFIX + component(status));
    }

    /** A problem that one operation describes itself. */
    public static APIResponse own(String when) {
        return OASFactory.createAPIResponse()
                .description(when)
                .content(OASFactory.createContent()
                        .addMediaType(
                                PROBLEM_JSON,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA))));
    }

    private static APIResponse response(int status, String when) {
        APIResponse response = own(when);
        if (status == UNAVAILABLE_STATUS) {
            response.getContent().getMediaType(PROBLEM_JSON).setExample(UNAVAILABLE);
        }
        switch (status) {
            case 401 ->
                response.addHeader(
                        "WWW-Authenticate",
                        header(
                                "How to authenticate (RFC 6750)",
                                text("A scheme, and what is wrong with the token", "Bearer")
                                        .maxLength(Bounds.TITLE)
                                        .pattern("^[Bb]earer( .*)?$")));
            case 405 ->
                response.addHeader(
                        "Allow",
                        header(
                                "The methods of the path",
                                text("Methods, separated by commas", "GET, HEAD")
                                        .maxLength(LONGEST_ALLOW)
                                        .pattern("^[A-Z]+(, [A-Z]+)*$")));
            case 429, UNAVAILABLE_STATUS ->
                response.addHeader(
                        "Retry-After",
                        header(
                                "Seconds to wait",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.INTEGER)
                                        .format("int32")
                                        .minimum(BigDecimal.ONE)));
            default -> {}
        }
        return response;
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).required(true).schema(schema);
    }

    private static Map<String, Object> unavailable() {
        Problem problem = Problem.unavailable();
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", problem.getType().toString());
        example.put("title", StandardWording.title(problem.getStatusCode()).en());
        example.put("status", problem.getStatusCode());
        example.put("detail", StandardWording.UNAVAILABLE.en());
        example.put("instance", "/api/v1/…");
        return example;
    }

    private static Schema problem() {
        Schema problem = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("Problem details (RFC 9457), in Vietnamese or English by `Accept-Language`")
                .addProperty(
                        "type",
                        text("Stable identifier of the kind of problem", "urn:cchc:problem:invalid")
                                .maxLength(Bounds.NAME)
                                .pattern("^urn:cchc:problem:[a-z0-9-]+$"))
                .addProperty(
                        "title",
                        text("Name of the kind of problem", "Không đúng quy tắc")
                                .maxLength(Bounds.NAME))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .format("int32")
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599))
                                .description("The HTTP status"))
                .addProperty(
                        "detail",
                        text("What is wrong here", "Có trường chưa hợp lệ.").maxLength(LONGEST_TEXT))
                .addProperty(
                        "instance",
                        text("The path of the request", "/api/v1/feedback").maxLength(ReadableAddress.LONGEST))
                .required(List.of("type", "title", "status", "detail"));
        for (ProblemMember member : ProblemMember.values()) {
            problem.addProperty(member.key(), schema(member));
        }
        return problem;
    }

    private static Schema schema(ProblemMember member) {
        return switch (member) {
            case ERRORS ->
                array(
                                "The fields at fault",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.OBJECT)
                                        .addProperty(
                                                "field",
                                                text(
                                                                "Path of the field, or name of the parameter or header",
                                                                "rows[3].amount")
                                                        .maxLength(FieldFault.LONGEST))
                                        .addProperty(
                                                "message",
                                                text("Why, in the language of the answer", "Không được bỏ trống.")
                                                        .maxLength(LONGEST_TEXT))
                                        .required(List.of("field", "message")))
                        .maxItems(FieldFault.MOST);
            case ALLOWED ->
                array(
                                "With 409: the transitions that the state allows",
                                text("A transition", "acceptances").maxLength(Bounds.NAME))
                        .maxItems(Bounds.TRANSITIONS);
            case STATE -> text("With 409: the state", "RECEIVED").maxLength(Bounds.NAME);
            case CURRENT_ETAG ->
                text("With 412: the current version", "\"3\"")
                        .maxLength(DocumentedHeaders.LONGEST_TAG)
                        .pattern(DocumentedHeaders.TAG);
            case MISSING ->
                array("With 409 `figures-not-complete`: what has not been heard yet, or may not", missing())
                        .maxItems(Bounds.MISSING);
            case RECOUNTING ->
                array(
                                "With 409 `recount-under-way`: the services that still count anew with the last table of working"
                                        + " days",
                                service())
                        .maxItems(Bounds.SERVICES);
            case UNANSWERED ->
                array(
                                "With 409 `counts-missing`: the services that have not told yet what the table would move",
                                service())
                        .maxItems(Bounds.SERVICES);
        };
    }

    private static Schema service() {
        return text("A service", "feedback-service").maxLength(Bounds.NAME);
    }

    private static Schema array(String description, Schema items) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .description(description)
                .items(items);
    }

    private static Schema missing() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty(
                        "cause",
                        text(
                                        "`NOT_MARKED`: not complete up to the day asked for; `WITHHELD_BY_SOURCE`: the service"
                                                + " that tells it misses something itself; `DEAD_LETTER`: a record could not be"
                                                + " processed; `EVENTS_MISSING`: a record waits for one before it",
                                        "NOT_MARKED")
                                .maxLength(Bounds.NAME))
                .addProperty(
                        "topic", text("What is told there", "cchc.feedback").maxLength(Bounds.NAME))
                .addProperty(
                        "partition",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .format("int32")
                                .description("Absent where nothing of the topic has been heard"))
                .addProperty(
                        "completeTo",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .format("date")
                                .description("The last day that is complete; absent where none is known"))
                .addProperty(
                        "deadLetter",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .format("uuid")
                                .description("The record that could not be processed, or waits"))
                .required(List.of("cause", "topic"));
    }

    private static Schema text(String description, String example) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description(description)
                .examples(List.of(example));
    }
}
