package vn.cchc.feedback.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.cchc.feedback.authority.KnownAuthorities;
import vn.cchc.feedback.authority.KnownAuthority;
import vn.cchc.feedback.handling.Case;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.handling.FeedbackRepository;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.numbering.GaplessNumbers;

/** The register of a year (sổ theo dõi). */
@Path("/api/v1/register")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register")
public class RegisterResource {

    private final FeedbackRepository repository;
    private final KnownAuthorities authorities;
    private final GaplessNumbers numbers;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final Clock clock;

    RegisterResource(
            FeedbackRepository repository,
            KnownAuthorities authorities,
            GaplessNumbers numbers,
            CurrentCaller caller,
            ObjectMapper json,
            Clock clock) {
        this.numbers = numbers;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.repository = repository;
        this.authorities = authorities;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Requires(Right.READ_REGISTER)
    @Transactional
    @Operation(
            operationId = "readRegister",
            summary = "The register of a year, by number",
            description =
                    "Numbers run from 1 without a gap, in the year of entry; one whose feedback was lost by a restore stays, as `lost`.")
    public Page<RegisterEntry> read(
            @QueryParam("year") @Parameter(description = "Year of entry; the present one when absent", example = "2021")
                    Integer year,
            @QueryParam("cursor") @Parameter(description = "The `next` of the page before") String cursor,
            @QueryParam("limit") @Parameter(description = "50 when absent, at most 200", example = "50")
                    Integer limit) {
        Sight sight = Sight.of(caller.scope());
        int wanted = year == null ? Year.now(clock).getValue() : year;
        int most = PageLimit.of(limit);
        String narrowed = "register " + sight.authorityId() + " " + wanted;
        int last = Cursor.decode(cursor, narrowed).map(shown -> shown.number(0)).orElse(0);
        Optional<KnownAuthority> authority = authorities.find(sight.authorityId());
        Stream<RegisterEntry> entered = repository.register(sight.authorityId(), wanted, last, most + 1).stream()
                .map(line -> entry(line, sight, authority));
        Stream<RegisterEntry> lost =
                numbers.lost(sight.authorityId(), wanted, FeedbackRepository.REGISTER, last, most + 1).stream()
                        .map(number -> entry(number, authority));
        List<RegisterEntry> lines = Stream.concat(entered, lost)
                .sorted(Comparator.comparing(RegisterEntry::number))
                .limit(most + 1L)
                .toList();
        return Page.of(lines, most, line -> line, line -> Cursor.encode(narrowed, line.number()));
    }

    private RegisterEntry entry(GaplessNumbers.Lost number, Optional<KnownAuthority> authority) {
        try {
            RegisterEntry.Told told = json.readValue(number.state(), RegisterEntry.Told.class);
            return RegisterEntry.lost(
                    number.number(),
                    number.aggregateId(),
                    told,
                    Optional.ofNullable(told.unitId())
                            .flatMap(unit -> authority.flatMap(known -> known.unitName(unit))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was told of a lost feedback cannot be read", e);
        }
    }

    private static RegisterEntry entry(Case line, Sight sight, Optional<KnownAuthority> authority) {
        Feedback feedback = line.feedback();
        return RegisterEntry.of(
                line,
                sight.identifiesSender(feedback.unitId()),
                feedback.unitId().flatMap(unit -> authority.flatMap(known -> known.unitName(unit))));
    }
}
