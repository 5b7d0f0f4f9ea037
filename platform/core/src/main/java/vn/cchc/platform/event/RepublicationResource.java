package vn.cchc.platform.event;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.time.TrainingClockConfig;
import vn.cchc.platform.time.VietnamTime;

/** For operations: has the past sent again, for a broker that has lost it or a consumer that misses some of it. */
@Path("/api/v1/republications")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.RUN_THE_SYSTEM)
@Tag(name = "operations")
public class RepublicationResource implements Presenter<Republication> {

    private static final String PATH = "/api/v1/republications/";

    /** All that is read are the two ends of the kind in the index; asked for by min and max, they may be sought among all kinds. */
    private static final String ORDER = """
            INSERT INTO republication (id, kind, from_day, first, next, last, sent, ordered_by, ordered_at, done_at)
            SELECT o.id, o.kind, o.from_day, coalesce(p.first, 1), coalesce(p.first, 1), coalesce(p.last, 0), 0,
                   o.ordered_by, o.ordered_at, CASE WHEN p.last IS NULL THEN o.ordered_at END
            FROM (VALUES (?::uuid, ?::text, ?::date, ?::text, ?::timestamptz, ?::bigint, ?::bigint))
                     o (id, kind, from_day, ordered_by, ordered_at, behind, up_to),
                 LATERAL (SELECT
                     (SELECT position FROM journal
                      WHERE (kind, position) > (o.kind, o.behind) AND (kind, position) <= (o.kind, o.up_to)
                      ORDER BY kind, position LIMIT 1) AS first,
                     (SELECT position FROM journal
                      WHERE (kind, position) > (o.kind, o.behind) AND (kind, position) <= (o.kind, o.up_to)
                      ORDER BY kind DESC, position DESC LIMIT 1) AS last) p""";

    private static final String LAST_MARK_BEFORE = """
            SELECT position FROM journal
            WHERE (kind, position) > ('day', 0) AND (kind, position) < ('day', 9223372036854775807) AND occurred_at < ?
            ORDER BY kind DESC, position DESC LIMIT 1""";

    private static final String LAST_MARK_SENT = """
            SELECT position FROM journal j
            WHERE (kind, position) > ('day', 0) AND (kind, position) < ('day', 9223372036854775807)
            AND NOT EXISTS (SELECT 1 FROM journal_outbox o WHERE o.position = j.position)
            ORDER BY kind DESC, position DESC LIMIT 1""";

    private static final String COLUMNS = """
            SELECT id, kind, from_day, first, next, last, sent, last_error, ordered_by, ordered_at, done_at
            FROM republication""";

    private final EventConfig config;
    private final TrainingClockConfig training;
    private final EntityManager entities;
    private final CurrentCaller caller;
    private final Clock systemClock;

    RepublicationResource(
            EventConfig config,
            TrainingClockConfig training,
            EntityManager entities,
            CurrentCaller caller,
            @SystemClock Clock systemClock) {
        this.config = config;
        this.training = training;
        this.entities = entities;
        this.caller = caller;
        this.systemClock = systemClock;
    }

    /** What to send again. */
    @Schema(name = "OrderRepublication")
    public record Order(
            @NotBlank
            @Schema(
                    required = true,
                    examples = "feedback",
                    description =
                            "A kind of aggregates that this service owns. `day`: of the marks that a business day is complete the"
                                    + " last one that was sent, to every partition of all topics of this service")
            String kind,

            @Schema(
                    examples = "2021-02-01",
                    description = "Only what happened on this day or later; everything if absent")
            LocalDate from) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent(presenter = RepublicationResource.class)
    @MaxBody(KB)
    @Operation(
            operationId = "orderRepublication",
            summary = "Send the past of a kind of aggregates again",
            description =
                    "In the order in which it happened, as it was sent first, behind whatever is new. Consumers that have it"
                            + " already ignore it. What is from before the journal is not sent again. What the broker does"
                            + " not take is told in `lastError` and tried again, until it is taken. A `day` is sent when all"
                            + " other orders are done: order it last. 202: follow it by `Location`.")
    @APIResponse(
            responseCode = "202",
            description = "It is under way",
            content = @Content(schema = @Schema(implementation = Republication.class)))
    public RestResponse<Republication> order(@NotNull @Valid Order wanted) {
        List<String> owned = config.owned().orElse(List.of());
        if (!isMark(wanted) && !owned.contains(wanted.kind())) {
            throw Problem.invalid(
                    "kind",
                    "Dịch vụ này không quản lý loại này.",
                    "This service owns: " + owned + ", and its day marks.");
        }
        if (isMark(wanted) && wanted.from() != null) {
            throw Problem.invalid(
                    "from",
                    "Dấu ngày chỉ gửi lại lần gần nhất, không theo ngày.",
                    "Of the day marks only the last one is sent again, whatever day it is of.");
        }
        UUID id = Ids.next();
        run(connection -> order(connection, id, wanted));
        return RestResponse.ResponseBuilder.<Republication>create(RestResponse.Status.ACCEPTED)
                .entity(find(id).orElseThrow())
                .location(URI.create(PATH + id))
                .build();
    }

    @Override
    public RestResponse<Republication> present(UUID id) {
        return RestResponse.ok(get(id));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getRepublication", summary = "How far an order is")
    public Republication get(@RestPath UUID id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    @GET
    @Transactional
    @Operation(operationId = "listRepublications", summary = "List the orders, oldest first")
    public Page<Republication> list(
            @QueryParam("limit") @Parameter(description = "At most this many, 50 if absent, never more than 200")
                    Integer limit,
            @QueryParam("cursor") @Parameter(description = "`next` of the page before") String cursor) {
        int size = PageLimit.of(limit);
        UUID after = Cursor.decode(cursor, "republications")
                .map(from -> from.uuid(0))
                .orElse(new UUID(0, 0));
        List<Republication> orders = select(" WHERE id > ? ORDER BY id LIMIT ?", after, size + 1);
        return Page.of(orders, size, order -> order, order -> Cursor.encode("republications", order.id()));
    }

    private Optional<Republication> find(UUID id) {
        return select(" WHERE id = ?", id).stream().findFirst();
    }

    private static boolean isMark(Order wanted) {
        return DayMark.KIND.equals(wanted.kind());
    }

    private int order(Connection connection, UUID id, Order wanted) throws SQLException {
        long behind;
        long upTo;
        if (isMark(wanted)) {
            // A mark that is still in the queue comes from there, behind what it waits for.
            upTo = lastMarkSent(connection);
            behind = Math.max(upTo - 1, 0);
        } else {
            upTo = Long.MAX_VALUE;
            behind = wanted.from() == null ? 0 : positionBefore(connection, wanted.from());
        }
        try (PreparedStatement statement = connection.prepareStatement(ORDER)) {
            statement.setObject(1, id);
            statement.setString(2, wanted.kind());
            statement.setObject(3, wanted.from(), Types.DATE);
            statement.setString(4, caller.get().name());
            statement.setObject(5, OffsetDateTime.now(systemClock));
            statement.setLong(6, behind);
            statement.setLong(7, upTo);
            return statement.executeUpdate();
        }
    }

    /** Its position; 0 where none has been sent. */
    private static long lastMarkSent(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_MARK_SENT);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /**
     * A position before all that happened on that day or later: that of a day mark which was written a day before it began.
     * It spares the relay from reading what comes before. Where business time may have been set back, it proves nothing.
     */
    private long positionBefore(Connection connection, LocalDate day) throws SQLException {
        if (training.enabled()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(LAST_MARK_BEFORE)) {
            statement.setObject(1, VietnamTime.startOf(day.minusDays(1)));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private List<Republication> select(String condition, Object... parameters) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(COLUMNS + condition)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                List<Republication> orders = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        orders.add(new Republication(
                                row.getObject("id", UUID.class),
                                row.getString("kind"),
                                row.getObject("from_day", LocalDate.class),
                                row.getLong("first"),
                                row.getLong("next"),
                                row.getLong("last"),
                                row.getLong("sent"),
                                row.getObject("done_at") != null,
                                row.getString("last_error"),
                                row.getString("ordered_by"),
                                local(row.getObject("ordered_at", OffsetDateTime.class)),
                                local(row.getObject("done_at", OffsetDateTime.class))));
                    }
                }
                return orders;
            }
        });
    }

    private static OffsetDateTime local(OffsetDateTime time) {
        return time == null ? null : VietnamTime.local(time);
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
