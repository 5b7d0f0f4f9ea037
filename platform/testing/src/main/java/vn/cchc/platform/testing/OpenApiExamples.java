package vn.cchc.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The examples of the OpenAPI document, in {@code src/test/resources/openapi-examples}: a walk of calls to the running service,
 * each with its answer. {@link #assertCommitted} compares the walk with the files, or writes them with {@code
 * -Dcontracts.write=true}. Values are {@linkplain StableValues stable}: where nothing has changed the same bytes are written.
 */
public final class OpenApiExamples {

    private static final Path FOLDER = Path.of("src", "test", "resources", "openapi-examples");
    private static final String ENDING = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ITEMS_SHOWN = 2;
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String RESPONSE = "response";

    /** Invented. */
    private static final Map<String, String> NAMES = Map.of(
            "clerk", "Trần Thị Bình",
            "officer", "Lê Văn Cường",
            "leader", "Phạm Quốc Dũng",
            "superior", "Hoàng Thị Lan",
            "operator", "Nguyễn Văn Hải");

    private final StableValues stable = new StableValues();
    private final Map<String, ObjectNode> walked = new LinkedHashMap<>();

    /** Asked for with the first call: the service may not have been started before. */
    private JsonNode document;

    public OpenApiExamples() {
        NAMES.forEach((role, name) -> stable.replace(TestTokens.name(role), name));
    }

    /** Sets business time, which all answers tell until it is set again. */
    public void itIs(String time) {
        stable.clockIsSet(OffsetDateTime.parse(time).toInstant());
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("now", time))
                .put("/local/training-clock")
                .then()
                .statusCode(200);
    }

    /** Shows another value in place of one that is made at random. */
    public void show(String instead, String random) {
        stable.replace(random, instead);
    }

    /** The same JSON with the values that the examples show: for other contracts that tell of this walk, such as events. */
    public JsonNode shown(JsonNode json) {
        return stable.in(json.deepCopy());
    }

    /**
     * Makes a call that is shown as the example of its operation. Where {@code Idempotency-Key} is taken, one is sent. A second
     * call of an operation adds what the first did not have: a form beside JSON.
     *
     * @return the answer: a success that conforms to the document, as does the request
     */
    public Response call(String operationId, RequestSpecification caller, AccessWalk.Request request) {
        if (document == null) {
            document = OpenApiContract.document();
        }
        Recorder recorder = new Recorder(operationId);
        Response answer = request.by(caller.filter(recorder));
        if (answer.statusCode() < 200 || answer.statusCode() > 299) {
            throw new AssertionError(operationId + " answered " + answer.statusCode() + ": " + answer.asString());
        }
        ObjectNode example = recorder.example.put("status", answer.statusCode());
        if (example.has("request")) {
            List<String> faults = OpenApiContract.faultsOfRequest(
                    document, operationId, example.get("request").toString());
            if (!faults.isEmpty()) {
                throw new AssertionError(operationId + " accepts what it documents otherwise: " + faults);
            }
        }
        ObjectNode headers = JSON.createObjectNode();
        Stream.of("Accept-Ranges", "Content-Disposition", "ETag", "Location")
                .filter(answer.headers()::hasHeaderWithName)
                // Where the service is, is no part of the example.
                .forEach(name -> headers.put(name, answer.header(name).replaceFirst("^https?://[^/]+", "")));
        if (!headers.isEmpty()) {
            example.set("headers", headers);
        }
        if (answer.contentType() != null && answer.contentType().startsWith("application/json")) {
            OpenApiContract.assertDocumented(document, operationId, answer);
            example.set(RESPONSE, shortened(read(answer.asString())));
        }
        walked.merge(operationId, example, OpenApiExamples::completed);
        return answer;
    }

    private static ObjectNode completed(ObjectNode first, ObjectNode further) {
        further.properties().forEach(member -> first.putIfAbsent(member.getKey(), member.getValue()));
        return first;
    }

    /** Lists show two items at most: an example is to be read. */
    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode array) {
            while (array.size() > ITEMS_SHOWN) {
                array.remove(array.size() - 1);
            }
        }
        node.forEach(OpenApiExamples::shortened);
        return node;
    }

    /** Takes down what is sent. */
    private final class Recorder implements Filter {

        private final JsonNode operation;
        private final ObjectNode example = JSON.createObjectNode();

        Recorder(String operationId) {
            operation = OpenApiContract.operation(document, operationId);
        }

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification expected,
                FilterContext context) {
            if (takes(IDEMPOTENCY_KEY) && !request.getHeaders().hasHeaderWithName(IDEMPOTENCY_KEY)) {
                request.header(IDEMPOTENCY_KEY, UUID.randomUUID().toString());
            }
            ObjectNode parameters = JSON.createObjectNode();
            URI address = URI.create(request.getURI());
            Map<String, String> inPath = OpenApiContract.pathParameters(document, operation, address.getRawPath());
            Map<String, String> inQuery = query(address);
            for (JsonNode parameter : operation.path("parameters")) {
                String name = parameter.get("name").asText();
                String value =
                        switch (parameter.get("in").asText()) {
                            case "path" -> inPath.get(name);
                            case "query" -> inQuery.get(name);
                            default -> request.getHeaders().getValue(name);
                        };
                if (value != null) {
                    parameters.set(name, typed(parameter.at("/schema/type").asText(), value));
                }
            }
            if (!parameters.isEmpty()) {
                example.set("parameters", parameters);
            }
            if (!request.getMultiPartParams().isEmpty()) {
                ObjectNode form = example.putObject("form");
                request.getMultiPartParams().forEach(part -> form.put(part.getControlName(), text(part)));
            } else if (request.getBody() != null && !(request.getBody() instanceof byte[])) {
                // JSON holds no bytes: an example has none.
                example.set("request", read(request.getBody().toString()));
            }
            return context.next(request, expected);
        }

        private boolean takes(String parameter) {
            return operation.path("parameters").findValuesAsText("name").contains(parameter);
        }
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> values = new LinkedHashMap<>();
        if (address.getRawQuery() != null) {
            for (String pair : address.getRawQuery().split("&", -1)) {
                String[] parts = pair.split("=", 2);
                values.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
            }
        }
        return values;
    }

    private static JsonNode typed(String type, String value) {
        return type.equals("integer") || type.equals("boolean") ? read(value) : TextNode.valueOf(value);
    }

    /** The content of a text; of any other file its name, since JSON holds no bytes. */
    private static String text(MultiPartSpecification part) {
        if (part.getContent() instanceof byte[] bytes) {
            return part.getMimeType().startsWith("text/") ? new String(bytes, UTF_8) : part.getFileName();
        }
        return part.getContent().toString();
    }

    /**
     * Asserts that the committed files are the calls of this walk and have the fields of its answers, that none is left of an
     * operation that was not called, and that every operation of the document has its example; or writes the files.
     */
    public void assertCommitted() {
        Map<String, JsonNode> shown = new LinkedHashMap<>();
        walked.forEach((operationId, example) -> shown.put(operationId + ENDING, stable.in(example)));
        try {
            Files.createDirectories(FOLDER);
            List<String> files;
            try (Stream<Path> listed = Files.list(FOLDER)) {
                files = listed.map(file -> file.getFileName().toString()).toList();
            }
            if (Boolean.getBoolean(CommittedFile.WRITE)) {
                for (String left : files) {
                    if (!shown.containsKey(left)) {
                        Files.delete(FOLDER.resolve(left));
                    }
                }
                for (Map.Entry<String, JsonNode> each : shown.entrySet()) {
                    Files.writeString(
                            FOLDER.resolve(each.getKey()), each.getValue().toPrettyString() + "\n");
                }
                return;
            }
            List<String> faults = new ArrayList<>();
            files.stream()
                    .filter(file -> !shown.containsKey(file))
                    .forEach(file -> faults.add(file + " is of no call"));
            for (Map.Entry<String, JsonNode> each : shown.entrySet()) {
                if (files.contains(each.getKey())) {
                    compare(
                            each.getKey(),
                            (ObjectNode)
                                    JSON.readTree(FOLDER.resolve(each.getKey()).toFile()),
                            (ObjectNode) each.getValue(),
                            faults);
                } else {
                    faults.add(each.getKey() + " is missing");
                }
            }
            if (!faults.isEmpty()) {
                throw new AssertionError(
                        FOLDER + " is not what the service takes and answers.\n" + String.join("\n", faults)
                                + "\nIf the change is meant, write the examples anew with -D" + CommittedFile.WRITE
                                + "=true on this test, and review their diff.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OpenApiContract.assertExamples();
    }

    /** What was sent is the same; an answer has the same fields: its values may depend on what other tests have done. */
    private static void compare(String file, ObjectNode known, ObjectNode walked, List<String> faults) {
        Set<String> before = fields(known.path(RESPONSE));
        Set<String> now = fields(walked.path(RESPONSE));
        if (!before.equals(now)) {
            faults.add(file + ": fields were " + difference(before, now) + ", are " + difference(now, before));
        }
        ObjectNode sentBefore = known.deepCopy().without(RESPONSE);
        ObjectNode sentNow = walked.deepCopy().without(RESPONSE);
        if (!sentBefore.equals(sentNow)) {
            faults.add(file + ": committed is " + sentBefore + ", sent was " + sentNow);
        }
    }

    private static Set<String> difference(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    /** The paths of all fields, whatever their values. */
    private static Set<String> fields(JsonNode node) {
        Set<String> fields = new TreeSet<>();
        collect("", node, fields);
        return fields;
    }

    private static void collect(String path, JsonNode node, Set<String> fields) {
        node.properties().forEach(field -> {
            fields.add(path + "." + field.getKey());
            collect(path + "." + field.getKey(), field.getValue(), fields);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(path + "[]", item, fields));
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + json, e);
        }
    }
}
