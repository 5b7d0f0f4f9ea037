package vn.cchc.feedback.comparison;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import vn.cchc.feedback.handling.Sight;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;

/** What earlier cases tell about one, for who routes it. */
@Path("/api/v1/feedback/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "handling")
public class ComparisonResource {

    private final Comparisons comparisons;
    private final CurrentCaller caller;

    ComparisonResource(Comparisons comparisons, CurrentCaller caller) {
        this.comparisons = comparisons;
        this.caller = caller;
    }

    @GET
    @Path("/similar-cases")
    @Requires(Right.ROUTE_FEEDBACK)
    @Operation(
            operationId = "listSimilarCases",
            summary = "Cases that may tell of the same matter",
            description =
                    "By the words of their contents, rare ones counting most, without regard to case and diacritics; and"
                            + " those whose sender gave the same phone number or email address. For people to judge.")
    public SimilarCasesView similar(@Parameter(description = "Id of the feedback") @RestPath UUID id) {
        return comparisons.similar(id, Sight.of(caller.scope()));
    }

    @GET
    @Path("/unit-suggestions")
    @Requires(Right.ROUTE_FEEDBACK)
    @Operation(
            operationId = "suggestUnits",
            summary = "Units that may handle a feedback, with the reason",
            description = "Those that handle the cases most like it. Nothing is assigned by it.")
    public UnitSuggestionsView units(@Parameter(description = "Id of the feedback") @RestPath UUID id) {
        return comparisons.units(id, Sight.of(caller.scope()));
    }
}
