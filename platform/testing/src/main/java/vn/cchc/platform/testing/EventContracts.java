package vn.cchc.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A producer's event contracts: one folder with a JSON Schema (2020-12) {@code <name>.schema.json} for each CloudEvents
 * type {@code vn.cchc.<name>}, such as {@code feedback.received.v1.schema.json}, and at least one example {@code
 * <name>.example.json} or {@code <name>.example-<which>.json}. Formats are asserted.
 */
public final class EventContracts {

    private static final String TYPE_PREFIX = "vn.cchc.";
    private static final String SCHEMA = ".schema.json";

    /** Control messages are sent to every partition and have no key. */
    private static final Set<String> MARKS = Set.of("vn.cchc.day.marked.v1", "vn.cchc.epoch.raised.v1");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NEEDED_HEADERS =
            List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_subject", "content-type");

    private final Path folder;
    private final Map<String, Schema> schemas = new TreeMap<>();

    private EventContracts(Path folder) {
        this.folder = folder;
        Map<String, String> documents = new HashMap<>();
        for (Path file : files(".json")) {
            documents.put(file.toUri().toString(), read(file));
            JsonNode id = parse(file).get("$id");
            if (id != null) {
                documents.put(id.asText(), read(file));
            }
        }
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(documents));
        for (Path file : files(SCHEMA)) {
            String name = file.getFileName().toString();
            if (name.matches(".+\\.v\\d+\\.schema\\.json")) {
                schemas.put(
                        TYPE_PREFIX + name.substring(0, name.length() - SCHEMA.length()),
                        registry.getSchema(SchemaLocation.of(file.toUri().toString())));
            }
        }
    }

    /** The contracts in {@code contracts/events} of this module. */
    public static EventContracts ofThisModule() {
        return in(Path.of("contracts", "events"));
    }

    /** The contracts of another producer, such as {@code Path.of("..", "plan-service", "contracts", "events")}. */
    public static EventContracts in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new AssertionError("There is no folder " + folder + " with event contracts");
        }
        return new EventContracts(folder.toAbsolutePath().normalize());
    }

    /** The examples by file name, each the body of one event, for tests of consumers. */
    public Map<String, String> examples() {
        Map<String, String> examples = new TreeMap<>();
        for (Path file : files(".json")) {
            if (file.getFileName().toString().matches(".+\\.example(-.+)?\\.json")) {
                examples.put(file.getFileName().toString(), read(file));
            }
        }
        return examples;
    }

    /**
     * Asserts that each type has an example, and that each example has a type and conforms to its schema. Schemas must
     * reject undeclared fields: undocumented data, personal data in particular, must not be sent.
     */
    public void assertExamplesFit() {
        if (schemas.isEmpty()) {
            throw new AssertionError("There is no schema in " + folder);
        }
        Map<String, String> examples = examples();
        StringBuilder faults = new StringBuilder();
        schemas.keySet().stream()
                .filter(type -> examples.keySet().stream()
                        .noneMatch(file -> typeOf(file).equals(type)))
                .forEach(type -> faults.append("\n").append(type).append(" has no example"));
        examples.forEach((file, body) -> {
            Schema schema = schemas.get(typeOf(file));
            if (schema == null) {
                faults.append("\n").append(file).append(" belongs to no schema");
                return;
            }
            describe(file, errors(schema, body), faults);
            if (errors(schema, withUndocumentedField(body)).isEmpty()) {
                faults.append("\n").append(typeOf(file)).append(" lets undocumented fields through");
            }
        });
        if (!faults.isEmpty()) {
            throw new AssertionError("Event contracts in " + folder + ":" + faults);
        }
    }

    /**
     * Asserts that the example of a type has the fields of what was sent, with values of the same kind or null alike: the values
     * may depend on what other tests have done. With {@code -Dcontracts.write=true} writes the example instead.
     *
     * @param sent the body of an event, with the values that the example is to show
     */
    public void assertExampleIs(String type, JsonNode sent) {
        Path file = folder.resolve(type.substring(TYPE_PREFIX.length()) + ".example.json");
        if (Boolean.getBoolean(CommittedFile.WRITE)) {
            new CommittedFile(file).assertIs(pretty(sent));
        }
        JsonNode committed = Files.exists(file) ? parse(file) : JSON.createObjectNode();
        if (!kinds(committed).equals(kinds(sent))) {
            throw new AssertionError(file + " is not what is sent.\ncommitted: " + committed + "\n     sent: " + sent
                    + "\nIf the change is meant, write the example anew with -D" + CommittedFile.WRITE
                    + "=true on this test, and review its diff.");
        }
    }

    /** The kind of each field's value in place of the value. */
    private static JsonNode kinds(JsonNode node) {
        if (!node.isObject()) {
            return TextNode.valueOf(node.getNodeType().name());
        }
        ObjectNode kinds = JSON.createObjectNode();
        node.properties().forEach(field -> kinds.set(field.getKey(), kinds(field.getValue())));
        return kinds;
    }

    /**
     * Asserts that the event has the headers of the CloudEvents Kafka binding, the right key (none for a control
     * message), a type with a schema, and a conforming body.
     */
    public void assertFits(SentEvent event) {
        StringBuilder faults = new StringBuilder();
        for (String header : NEEDED_HEADERS) {
            if (event.headers().get(header) == null) {
                faults.append("\nheader ").append(header).append(" is missing");
            }
        }
        if (MARKS.contains(event.type())) {
            if (event.key() != null || !isUuid(event.headers().get("ce_subject"))) {
                faults.append("\na day mark has no key; its ce_subject must be the id of who marks");
            }
        } else if (!isUuid(event.key()) || !event.key().equals(event.headers().get("ce_subject"))) {
            faults.append("\nkey and ce_subject must be the id of the aggregate");
        }
        Schema schema = event.type() == null ? null : schemas.get(event.type());
        if (schema == null) {
            faults.append("\nthere is no schema for type ").append(event.type());
        } else if (event.data() == null) {
            faults.append("\nthere is no body");
        } else {
            describe("body", errors(schema, event.data()), faults);
        }
        if (!faults.isEmpty()) {
            throw new AssertionError("Event at " + event.offset() + " of " + event.topic() + "-" + event.partition()
                    + " breaks its contract:" + faults);
        }
    }

    /**
     * {@link #assertFits} for all events in the topic so far.
     *
     * @return number of events; fails when there are none, as nothing would have been checked
     */
    public int assertTopicFits(String topic) {
        List<SentEvent> events = TestEvents.read(topic);
        if (events.isEmpty()) {
            throw new AssertionError("Nothing was sent to " + topic + ", so nothing could be checked");
        }
        events.forEach(this::assertFits);
        return events.size();
    }

    private static String typeOf(String exampleFile) {
        return TYPE_PREFIX + exampleFile.substring(0, exampleFile.indexOf(".example"));
    }

    private static List<Error> errors(Schema schema, String body) {
        return schema.validate(
                body,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static void describe(String what, List<Error> errors, StringBuilder faults) {
        errors.forEach(error -> faults.append("\n").append(what).append(": ").append(error));
    }

    private static String withUndocumentedField(String body) {
        try {
            ObjectNode extended = (ObjectNode) JSON.readTree(body);
            return extended.put("undocumentedField", "x").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(JsonNode body) {
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        try {
            return JSON.writer(new DefaultPrettyPrinter(separators)).writeValueAsString(body) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("This cannot be written: " + body, e);
        }
    }

    private static boolean isUuid(String text) {
        try {
            return text != null && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<Path> files(String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(file + " is not JSON", e);
        }
    }
}
