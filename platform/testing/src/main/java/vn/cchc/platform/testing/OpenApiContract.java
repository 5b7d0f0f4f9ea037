package vn.cchc.platform.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import vn.cchc.platform.access.Role;

/**
 * Compares the committed OpenAPI document with the generated one, so that every change of the API shows in its diff,
 * and checks responses against it.
 */
public final class OpenApiContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** A scalar of this one character, at the end of its line. */
    private static final Pattern BARE_EQUALS = Pattern.compile("(?m)(?<=[:-] )=$");

    private static final Set<String> EXAMPLES = Set.of("example", "examples", "enum", "default");
    private static final String EXAMPLE = "/examples/example/value";

    private OpenApiContract() {}

    /**
     * Compares {@code contracts/openapi.yaml} and {@code openapi-3.0.yaml} of this module with what is generated from the
     * service, and asserts that they are one document; with {@code -Dcontracts.write=true} writes them instead, and the next build packages them.
     */
    public static void assertUnchanged() {
        for (String name : List.of("openapi", "openapi-3.0")) {
            new CommittedFile(Path.of("contracts", name + ".yaml"))
                    .assertIs(readableInYaml11(answer("/q/" + name + "-generated", "application/yaml")));
        }
        assertSame(read(answer("/q/openapi-3.0-generated", "application/json")), document());
        assertBounded(document());
    }

    /** Asserts that each list has a bound of its own, and each number. */
    static void assertBounded(JsonNode document) {
        List<String> faults = new ArrayList<>();
        unbounded(document.at("/components/schemas"), "schemas", faults);
        unbounded(document.path("paths"), "paths", faults);
        if (!faults.isEmpty()) {
            throw new AssertionError("These have no bound:\n" + String.join("\n", faults));
        }
    }

    private static void unbounded(JsonNode node, String path, List<String> faults) {
        JsonNode types = node.path("type");
        Predicate<String> is = type -> types.asText().equals(type)
                || StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(each -> each.asText().equals(type));
        if (is.test("array") && node.path("maxItems").asInt(Integer.MAX_VALUE) == Integer.MAX_VALUE) {
            faults.add(path + ": items");
        }
        if ((is.test("number") || is.test("integer"))
                && !(node.has("minimum") && (node.has("maximum") || node.has("exclusiveMaximum")))) {
            faults.add(path + ": numbers");
        }
        node.properties().forEach(member -> {
            if (!EXAMPLES.contains(member.getKey())) {
                unbounded(member.getValue(), path + "." + member.getKey(), faults);
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                unbounded(node.get(i), path + "[" + i + "]", faults);
            }
        }
    }

    /** Quotes {@code =}: unquoted it is a type of its own in YAML 1.1, which readers such as PyYAML refuse to construct. */
    static String readableInYaml11(String generated) {
        String quoted = BARE_EQUALS.matcher(generated).replaceAll("\"=\"");
        try {
            if (!YAML.readTree(quoted).equals(YAML.readTree(generated))) {
                throw new AssertionError("Quotes change the document");
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no YAML", e);
        }
        for (Event event : new Yaml().parse(new StringReader(quoted))) {
            if (event instanceof ScalarEvent scalar
                    && scalar.isPlain()
                    && scalar.getValue().equals("=")) {
                throw new AssertionError("An = without quotes: " + event.getStartMark());
            }
        }
        return quoted;
    }

    /** Asserts that the document in 3.0 says of operations, schemas and enumerations what that in 3.1 says. */
    static void assertSame(JsonNode older, JsonNode newer) {
        if (!older.path("openapi").asText().startsWith("3.0.")
                || !operationIds(older).equals(operationIds(newer))
                || !older.path("info").equals(newer.path("info"))
                || !older.at("/components/securitySchemes").equals(newer.at("/components/securitySchemes"))) {
            throw new AssertionError("The document in 3.0 is not the same as that in 3.1");
        }
        Map<String, List<JsonNode>> before = enumerations(older);
        Map<String, List<JsonNode>> after = enumerations(newer);
        if (!before.equals(after)) {
            throw new AssertionError("The document in 3.0 has other schemas or enumerations than that in 3.1:\n"
                    + before + "\n" + after);
        }
    }

    /** By the name of each schema, and by path: the enumerations that stand in it. */
    private static Map<String, List<JsonNode>> enumerations(JsonNode document) {
        Map<String, List<JsonNode>> enumerations = new TreeMap<>();
        document.at("/components/schemas")
                .properties()
                .forEach(schema ->
                        enumerations.put(schema.getKey(), schema.getValue().findValues("enum")));
        document.path("paths")
                .properties()
                .forEach(path -> enumerations.put(path.getKey(), path.getValue().findValues("enum")));
        return enumerations;
    }

    /** Asserts that the service serves its committed documents, as YAML and as the same in JSON. */
    public static void assertServed() throws IOException {
        for (String name : List.of("openapi", "openapi-3.0")) {
            String committed = Files.readString(Path.of("contracts", name + ".yaml"));
            if (!answer("/q/" + name, "*/*").equals(committed)
                    || !answer("/q/" + name + ".yaml", "*/*").equals(committed)
                    || !read(answer("/q/" + name, "application/json")).equals(YAML.readTree(committed))
                    || !read(answer("/q/" + name + "?format=json", "*/*")).equals(YAML.readTree(committed))
                    || !read(answer("/q/" + name + ".json", "*/*")).equals(YAML.readTree(committed))) {
                throw new AssertionError("/q/" + name + " is not the committed document");
            }
        }
    }

    /**
     * An operation of the served document.
     *
     * @param path      with its parameters in braces
     * @param takesForm whether its body is {@code multipart/form-data}
     */
    public record Operation(String id, String method, String path, boolean needsToken, boolean takesForm) {}

    /** All operations in document order. */
    public static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document().get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
                    JsonNode operation = method.getValue();
                    if (operation.has("operationId")) {
                        operations.add(new Operation(
                                operation.get("operationId").asText(),
                                method.getKey(),
                                path.getKey(),
                                StreamSupport.stream(operation.path("security").spliterator(), false)
                                        .anyMatch(requirement -> requirement.size() > 0),
                                operation.path("requestBody").path("content").has("multipart/form-data")));
                    }
                }));
        return operations;
    }

    /**
     * Calls an operation without a body, or with a small file for a form. The token, where it needs one, is that of this role.
     *
     * @param authority of the caller, also stands for each parameter of the path
     */
    public static Response ask(Operation operation, Role role, UUID authority) {
        RequestSpecification caller = operation.takesForm()
                ? RestAssured.given().multiPart("file", "a.pdf", "%PDF-1.4".getBytes(US_ASCII), "application/pdf")
                : RestAssured.given().contentType(ContentType.JSON);
        if (operation.needsToken()) {
            caller.auth().oauth2(TestTokens.of(role, authority, authority));
        }
        return caller.request(operation.method(), operation.path().replaceAll("\\{[^}]+}", authority.toString()));
    }

    /**
     * Asserts that the served document declares the response: its status, media type, required headers, and a body that
     * conforms to the schema without undeclared top-level fields, or none.
     */
    public static void assertDocumented(String operationId, Response answer) {
        assertDocumented(document(), operationId, answer);
    }

    static void assertDocumented(JsonNode document, String operationId, Response answer) {
        JsonNode described = resolved(document, response(document, operationId, answer.statusCode()));
        List<String> faults = new ArrayList<>();
        described.path("headers").properties().forEach(header -> {
            String value = answer.header(header.getKey());
            JsonNode meant = resolved(document, header.getValue());
            JsonNode schema = meant.path("schema");
            if (value == null) {
                if (meant.path("required").asBoolean()) {
                    faults.add("header " + header.getKey() + " is missing");
                }
            } else {
                boolean text = schema.path("type").asText().equals("string");
                errors(schema.toString(), text ? TextNode.valueOf(value).toString() : value)
                        .forEach(error -> faults.add("header " + header.getKey() + ": " + error));
            }
        });
        faults.addAll(bodyFaults(document, described.path("content"), answer));
        if (!faults.isEmpty()) {
            throw new AssertionError(operationId + " answered " + answer.statusCode() + " otherwise than documented: "
                    + faults + "\n" + answer.asString());
        }
    }

    private static List<String> bodyFaults(JsonNode document, JsonNode contents, Response answer) {
        if (contents.isEmpty()) {
            return answer.asByteArray().length == 0 ? List.of() : List.of("it has a body");
        }
        String type = answer.contentType().replaceAll(";.*", "");
        JsonNode content = contents.has("*/*") ? contents.path("*/*") : contents.path(type);
        if (content.isMissingNode()) {
            return List.of(type + " is not among its media types");
        }
        return content.path("schema").path("format").asText().equals("binary")
                ? List.of()
                : faultsOf(document, content.path("schema"), answer.asString());
    }

    /**
     * Asserts that every operation of the served document shows what it takes and gives: an example of each required parameter
     * and of {@code Idempotency-Key}, of the body that it requires, in each of its media types, and of an answer in JSON; and that
     * every example conforms to its schema. The content of a file, sent or got, has no example.
     */
    public static void assertExamples() {
        JsonNode document = document();
        List<String> faults = new ArrayList<>();
        operationIds(document).forEach(id -> {
            JsonNode operation = operation(document, id);
            for (JsonNode parameter : operation.path("parameters")) {
                String name = parameter.get("name").asText();
                boolean wanted = parameter.path("required").asBoolean() || name.equals(IDEMPOTENCY_KEY);
                JsonNode shown = parameter.at(EXAMPLE);
                check(
                        document,
                        id + " " + name,
                        parameter,
                        shown.isMissingNode() ? parameter.path("example") : shown,
                        wanted,
                        faults);
            }
            boolean bodyWanted = operation.at("/requestBody/required").asBoolean();
            operation
                    .at("/requestBody/content")
                    .properties()
                    .forEach(content -> check(
                            document,
                            id + " " + content.getKey(),
                            content.getValue(),
                            content.getValue().at(EXAMPLE),
                            bodyWanted
                                    && !content.getValue()
                                            .at("/schema/format")
                                            .asText()
                                            .equals("binary"),
                            faults));
            List<JsonNode> answers = operation.path("responses").properties().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .map(answer -> answer.getValue().path("content").path("application/json"))
                    .filter(content -> !content.isMissingNode())
                    .toList();
            boolean answered =
                    answers.stream().anyMatch(content -> content.at(EXAMPLE).isObject());
            answers.forEach(
                    content -> check(document, id + " answer", content, content.at(EXAMPLE), !answered, faults));
        });
        if (!faults.isEmpty()) {
            throw new AssertionError("The document lacks examples or shows wrong ones:\n" + String.join("\n", faults));
        }
    }

    private static void check(
            JsonNode document, String what, JsonNode described, JsonNode example, boolean wanted, List<String> faults) {
        if (!example.isMissingNode()) {
            conformance(document, described.path("schema"), example.toString())
                    .forEach(error -> faults.add(what + ": " + error));
        } else if (wanted) {
            faults.add(what + " has no example");
        }
    }

    /** Where a body that is sent in JSON breaks the schema of its operation. */
    static List<String> faultsOfRequest(JsonNode document, String operationId, String body) {
        JsonNode content = operation(document, operationId).at("/requestBody/content");
        return conformance(document, content.path("application/json").path("schema"), body);
    }

    /** The operation with that id. */
    static JsonNode operation(JsonNode document, String operationId) {
        for (JsonNode path : document.get("paths")) {
            for (JsonNode operation : path) {
                if (operation.path("operationId").asText().equals(operationId)) {
                    return operation;
                }
            }
        }
        throw new AssertionError("There is no operation " + operationId);
    }

    /** The values that an address has for the parameters in the path of its operation. */
    static Map<String, String> pathParameters(JsonNode document, JsonNode operation, String rawPath) {
        String template = document.get("paths").properties().stream()
                .filter(path -> path.getValue().properties().stream()
                        .anyMatch(method -> method.getValue().equals(operation)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        String[] names = template.split("/", -1);
        String[] values = rawPath.split("/", -1);
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{")) {
                parameters.put(names[i].substring(1, names[i].length() - 1), URLDecoder.decode(values[i], UTF_8));
            }
        }
        return parameters;
    }

    private static JsonNode response(JsonNode document, String operationId, int status) {
        JsonNode response = operation(document, operationId).path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) {
            throw new AssertionError(operationId + " has no answer " + status + " in its document");
        }
        return response;
    }

    private static List<String> faultsOf(JsonNode document, JsonNode schema, String body) {
        List<String> faults = new ArrayList<>(conformance(document, schema, body));
        JsonNode properties = resolved(document, schema).path("properties");
        read(body).fieldNames().forEachRemaining(field -> {
            if (!properties.has(field)) {
                faults.add("field " + field + " is not documented");
            }
        });
        return faults;
    }

    private static List<String> conformance(JsonNode document, JsonNode schema, String value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("$defs", document.at("/components/schemas"));
        return errors(whole.toString().replace("#/components/schemas/", "#/$defs/"), value);
    }

    private static List<String> errors(String schema, String value) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(value, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /**
     * The id of an operation of the running service.
     *
     * @param method in lower case
     * @param path as in the document, such as {@code /api/v1/feedback/{id}}
     */
    public static String operationId(String method, String path) {
        JsonNode id = document().path("paths").path(path).path(method).path("operationId");
        if (!id.isTextual()) {
            throw new AssertionError("There is no operation " + method + " " + path);
        }
        return id.textValue();
    }

    private static List<String> operationIds(JsonNode document) {
        return document.path("paths").findValuesAsText("operationId");
    }

    private static String answer(String path, String accepted) {
        return new String(
                RestAssured.given()
                        .accept(accepted)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                UTF_8);
    }

    static JsonNode document() {
        return read(answer("/q/openapi-generated", "application/json"));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + json, e);
        }
    }
}
