package vn.cchc.platform.testing;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.cchc.platform.access.Reach;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.access.Role;

/**
 * Calls every operation of the running service as every role, from the owning authority of an example, from its parent
 * and from a foreign one, and compares the outcome with the table of {@link Right}s. An operation without a right or
 * without an example fails, as does an example without an operation.
 *
 * <p>The outcomes are committed as {@code contracts/access.md} and rewritten with {@code -Dcontracts.write=true}.
 *
 * <p>An example is sent many times, so it must change nothing ({@code If-Match: "999"} gives 412 to callers with
 * access) or be repeatable.
 */
public final class AccessWalk {

    private static final Set<Integer> GOT_THROUGH = Set.of(409, 412, 422, 428);
    private static final UUID SETTLED = UUID.fromString("01900000-0000-7000-8000-00000000acce");
    private static final String WITHOUT_TOKEN = "no token";
    private static final String WITHOUT_ROLE = "no role";

    private final Place place;
    private final Map<String, Example> examples = new TreeMap<>();

    private AccessWalk(Place place) {
        this.place = place;
    }

    /**
     * Authorities and units of the examples.
     *
     * @param authority the owning authority
     * @param unit unit of that authority, responsible for the examples
     * @param otherUnit unit of that authority, not responsible
     * @param above parent authority
     * @param elsewhere an authority neither above nor beneath
     */
    public record Place(UUID authority, UUID unit, UUID otherUnit, UUID above, UUID elsewhere) {}

    /** The request of an operation. */
    public interface Request {

        /** @param caller specification with the caller's token and media type JSON */
        Response by(RequestSpecification caller);
    }

    /** The caller's authority or unit, relative to the owning authority of the example. */
    enum From {
        OWN,
        OTHER_UNIT,
        ABOVE,
        ELSEWHERE
    }

    enum Outcome {
        DONE('✓', "got through: done, or refused for its version, state or content only"),
        REFUSED('✗', "refused (403)"),
        ABSENT('○', "does not exist for the caller (404, or not in the list)"),
        NO_TOKEN('–', "a token is needed (401)"),
        UNCLEAR('?', "anything else");

        private final char sign;
        private final String meaning;

        Outcome(char sign, String meaning) {
            this.sign = sign;
            this.meaning = meaning;
        }
    }

    /** @param marker text found in the body if it shows an entity of the authority; empty when the status decides */
    private record Example(Request request, Optional<String> marker, Set<From> walked) {

        Observed send(RequestSpecification caller) {
            Response response = request.by(caller);
            int status = response.statusCode();
            Outcome outcome =
                    switch (status) {
                        case 401 -> Outcome.NO_TOKEN;
                        case 403 -> Outcome.REFUSED;
                        case 404 -> Outcome.ABSENT;
                        default -> {
                            if (GOT_THROUGH.contains(status)) {
                                yield Outcome.DONE;
                            }
                            if (status >= 400) {
                                yield Outcome.UNCLEAR;
                            }
                            yield marker.isEmpty() || response.asString().contains(marker.get())
                                    ? Outcome.DONE
                                    : Outcome.ABSENT;
                        }
                    };
            return new Observed(outcome, status);
        }
    }

    private record Observed(Outcome outcome, int status) {}

    public static AccessWalk in(Place place) {
        return new AccessWalk(place).operationsOfThePlatform();
    }

    /**
     * Operations common to all services. The dead letter is already settled and the order already executed, so that the
     * examples change nothing.
     */
    private AccessWalk operationsOfThePlatform() {
        String letters = "/api/v1/dead-letters";
        String letter = letters + "/" + SETTLED;
        String orders = "/api/v1/republications";
        store(
                "INSERT INTO dead_letter (id, topic, topic_id, partition, record_offset, headers, cause, state, attempts, died_at,"
                        + " tried_at, reason) VALUES ('" + SETTLED
                        + "', 'cchc.access-walk', 'access-walk', 0, 0, '{}', 'none',"
                        + " 'SET_ASIDE', 1, now(), now(), 'none') ON CONFLICT DO NOTHING");
        store("INSERT INTO republication (id, kind, next, last, sent, total, ordered_by, ordered_at, done_at) VALUES ('"
                + SETTLED + "', 'access-walk', 1, 0, 0, 0, 'none', now(), now()) ON CONFLICT DO NOTHING");
        return operation("listDeadLetters", caller -> caller.get(letters))
                .operation("countDeadLetters", caller -> caller.get(letters + "/counts"))
                .operation("getDeadLetter", caller -> caller.get(letter))
                .operation("retryDeadLetter", caller -> caller.post(letter + "/retries"))
                .operation("setDeadLetterAside", caller -> caller.body("{\"reason\": \"none\"}")
                        .post(letter + "/set-asides"))
                .operation("releaseDeadLetter", caller -> caller.body("{\"reason\": \"none\"}")
                        .post(letter + "/releases"))
                .operation("replayDeadLetters", caller -> caller.post(letters + "/cchc.access-walk/replays"))
                .operation("getTimeLine", caller -> caller.get("/api/v1/time-line"))
                .operation("listLostChanges", caller -> caller.get("/api/v1/time-line/losses"))
                // Nothing has been lost, so no epoch is raised.
                .operation("raiseEpoch", caller -> caller.body("{\"reason\": \"none\"}")
                        .post("/api/v1/time-line/epochs"))
                .operation("listRepublications", caller -> caller.get(orders))
                .operation("getRepublication", caller -> caller.get(orders + "/" + SETTLED))
                .operation("orderRepublication", caller -> caller.body("{\"kind\": \"access-walk\"}")
                        .post(orders));
    }

    private static void store(String row) {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(row);
        } catch (SQLException e) {
            throw new AssertionError(row, e);
        }
    }

    /** An operation on an entity of the authority, named in the URL or the body. */
    public AccessWalk operation(String operationId, Request request) {
        return add(operationId, new Example(request, Optional.empty(), EnumSet.allOf(From.class)));
    }

    /**
     * A list operation: succeeds for everybody with its right and contains what is visible to the caller.
     *
     * @param marker text found in the response if it contains an entity of the authority
     */
    public AccessWalk list(String operationId, String marker, Request request) {
        return add(operationId, new Example(request, Optional.of(marker), EnumSet.allOf(From.class)));
    }

    /** An operation that uses the token's authority only, so that no foreign authority can be addressed. */
    public AccessWalk operationOfTheTokensAuthorityOnly(String operationId, Request request) {
        return add(operationId, new Example(request, Optional.empty(), EnumSet.of(From.OWN)));
    }

    private AccessWalk add(String operationId, Example example) {
        if (examples.put(operationId, example) != null) {
            throw new IllegalArgumentException(operationId + " has two examples");
        }
        return this;
    }

    /** Runs all calls and reports all deviations together. */
    public void assertHolds() {
        List<String> faults = new ArrayList<>();
        Map<String, Right> rights = operations(faults);
        rights.keySet().stream()
                .filter(id -> !examples.containsKey(id))
                .forEach(id -> faults.add(id + " has no example"));
        examples.keySet().stream()
                .filter(id -> !rights.containsKey(id))
                .forEach(id -> faults.add("There is no operation " + id));
        List<Row> rows = rights.keySet().stream()
                .filter(examples::containsKey)
                .map(id -> walk(id, rights.get(id), examples.get(id), faults))
                .sorted(Comparator.comparing(Row::right).thenComparing(Row::operationId))
                .toList();
        if (!faults.isEmpty()) {
            throw new AssertionError("The service does not keep to the table of rights:\n" + String.join("\n", faults));
        }
        new CommittedFile(java.nio.file.Path.of("contracts", "access.md")).assertIs(table(rows));
    }

    private static Map<String, Right> operations(List<String> faults) {
        Map<String, Right> rights = new TreeMap<>();
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(AccessWalk::isResourceMethod)
                .forEach(method -> {
                    Operation operation = method.getAnnotation(Operation.class);
                    if (operation != null && operation.hidden()) {
                        return;
                    }
                    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
                    if (operation == null || operation.operationId().isEmpty()) {
                        faults.add(name + " has no operationId");
                        return;
                    }
                    Optional<Right> right = right(method);
                    if (right.isEmpty()) {
                        faults.add(operation.operationId() + " names no right");
                        return;
                    }
                    rights.put(operation.operationId(), right.get());
                });
        return rights;
    }

    private static boolean isResourceMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static Optional<Right> right(Method method) {
        return Stream.of(method, method.getDeclaringClass())
                .flatMap(element -> Stream.ofNullable(element.getAnnotation(Requires.class)))
                .findFirst()
                .map(Requires::value);
    }

    /**
     * @param cells outcome by column, in the order of {@link From}; a single one when the caller's origin makes no
     *     difference
     */
    private record Row(String operationId, Right right, Map<String, String> cells) {}

    private Row walk(String id, Right right, Example example, List<String> faults) {
        Map<String, String> cells = new LinkedHashMap<>();
        String what = id + " (" + right + ") ";
        cells.put(
                WITHOUT_TOKEN,
                compared(
                        example.send(request()),
                        EnumSet.of(right.isWithoutToken() ? Outcome.DONE : Outcome.NO_TOKEN),
                        what + "without a token",
                        faults));
        cells.put(
                WITHOUT_ROLE,
                compared(
                        example.send(as(TestTokens.withoutRole(place.authority()))),
                        EnumSet.of(right.isWithoutToken() ? Outcome.DONE : Outcome.REFUSED),
                        what + "without a role",
                        faults));
        for (Role role : Role.values()) {
            cells.put(
                    role.claim(),
                    role == Role.OPERATOR
                            // An operator belongs to no authority.
                            ? observed(example, role, From.OWN, right, what, faults)
                            : Arrays.stream(From.values())
                                    .map(from -> example.walked().contains(from)
                                            ? observed(example, role, from, right, what, faults)
                                            : "·")
                                    .collect(Collectors.joining()));
        }
        return new Row(id, right, cells);
    }

    private String observed(Example example, Role role, From from, Right right, String what, List<String> faults) {
        return compared(
                example.send(as(token(role, from))),
                expected(right.of(role), from),
                what + "by " + role.claim() + " from " + from,
                faults);
    }

    private static String compared(Observed observed, Set<Outcome> expected, String what, List<String> faults) {
        if (!expected.contains(observed.outcome())) {
            faults.add(what + ": expected "
                    + expected.stream().map(Outcome::name).collect(Collectors.joining(" or ")) + ", was "
                    + observed.outcome() + " (" + observed.status() + ")");
        }
        return String.valueOf(observed.outcome().sign);
    }

    static Set<Outcome> expected(Reach reach, From from) {
        return switch (reach) {
            // No caller here belongs to a province.
            case NONE, OF_PROVINCE -> EnumSet.of(Outcome.REFUSED);
            case EVERYWHERE -> EnumSet.of(Outcome.DONE);
            case OWN_UNIT ->
                switch (from) {
                    case OWN -> EnumSet.of(Outcome.DONE);
                    case OTHER_UNIT -> EnumSet.of(Outcome.REFUSED, Outcome.ABSENT);
                    case ABOVE, ELSEWHERE -> EnumSet.of(Outcome.ABSENT);
                };
            case OWN -> doneIf(from == From.OWN || from == From.OTHER_UNIT);
            case BENEATH -> doneIf(from == From.ABOVE);
            case OWN_AND_BENEATH -> doneIf(from != From.ELSEWHERE);
        };
    }

    private static Set<Outcome> doneIf(boolean reached) {
        return EnumSet.of(reached ? Outcome.DONE : Outcome.ABSENT);
    }

    /**
     * A caller of another authority has the responsible unit's id in the token as well: it must grant nothing there.
     */
    private String token(Role role, From from) {
        if (role == Role.OPERATOR) {
            return TestTokens.operator();
        }
        return switch (from) {
            case OWN -> TestTokens.of(role, place.authority(), place.unit());
            case OTHER_UNIT -> TestTokens.of(role, place.authority(), place.otherUnit());
            case ABOVE -> TestTokens.of(role, place.above(), place.unit());
            case ELSEWHERE -> TestTokens.of(role, place.elsewhere(), place.unit());
        };
    }

    private static RequestSpecification request() {
        return RestAssured.given().contentType(ContentType.JSON);
    }

    private static RequestSpecification as(String token) {
        return request().auth().oauth2(token);
    }

    private static String table(List<Row> rows) {
        StringBuilder text = new StringBuilder("""
                # Who may do what

                Written by a test that sends each operation to the running service as each role. A cell shows what callers of
                a role got for a thing of an authority X, in this order: of X, in the unit in charge; of X, in another unit; of
                the authority above X; of a foreign authority. An operator belongs to none.

                """);
        Arrays.stream(Outcome.values())
                .filter(outcome -> outcome != Outcome.UNCLEAR)
                .forEach(outcome -> text.append("- ")
                        .append(outcome.sign)
                        .append(' ')
                        .append(outcome.meaning)
                        .append('\n'));
        text.append("- · the operation knows no other authority than the caller's\n\n");
        List<String> columns = List.copyOf(rows.get(0).cells().keySet());
        text.append("| operation | right | ")
                .append(String.join(" | ", columns))
                .append(" |\n");
        text.append("| --- ".repeat(columns.size() + 2)).append("|\n");
        rows.forEach(row -> text.append("| ")
                .append(row.operationId())
                .append(" | ")
                .append(row.right())
                .append(" | ")
                .append(String.join(" | ", row.cells().values()))
                .append(" |\n"));
        return text.toString();
    }
}
