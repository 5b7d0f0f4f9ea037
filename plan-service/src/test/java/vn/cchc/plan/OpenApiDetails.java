package vn.cchc.plan;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.testing.openapi.SchemaNames;

/**
 * Adds to the OpenAPI document: descriptions of parameters that mean the same in every operation, and error responses
 * that cannot be derived from an operation's signature.
 */
@OpenApiFilter(
        value = OpenApiFilter.RunStage.RUNTIME_STARTUP,
        priority = 3,
        documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class OpenApiDetails implements OASFilter {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("cursor", "`next` of the page before; bound to the filters it was given for"),
            Map.entry("limit", "Items on a page: 50 unless told, at most 200"),
            Map.entry("plan", "Only of this plan"),
            Map.entry("authority", "Only of this authority"),
            Map.entry("task", "Only of this row of the annex"),
            Map.entry("unit", "Only in the list of this unit"),
            Map.entry("state", "Only in this state"),
            Map.entry("dueBefore", "Due before this day"),
            Map.entry("dueFrom", "Due on this day or later"),
            Map.entry("overdue", "true: only what is owed and past its day"),
            Map.entry(
                    "moved",
                    "true: only those whose due day, or last working day before it, another table of working days has"
                            + " moved; false: only the others; absent: all"),
            Map.entry("provisional", DueDay.FILTER_PROVISIONAL),
            Map.entry("year", "Only of this year"),
            Map.entry("order", "Order of the annex row"),
            Map.entry("number", "Number of the area"),
            Map.entry("code", "Only with this code"),
            Map.entry("level", "Only of this level"),
            Map.entry("parent", "Only those directly beneath this authority"));

    /** Error statuses by operation, in addition to those the platform derives from the signature. */
    private static final Map<String, List<Integer>> MORE_PROBLEMS = Map.ofEntries(
            Map.entry("registerAuthority", List.of(404, 409)),
            Map.entry("changeAuthority", List.of(409)),
            Map.entry("changeUnit", List.of(409)),
            Map.entry("importPlan", List.of(404, 409)),
            Map.entry("correctPlanImport", List.of(409)),
            Map.entry("compareDraft", List.of(409)),
            Map.entry("listDraftRows", List.of(409)),
            Map.entry("getDraftRow", List.of(409)),
            Map.entry("correctDraftRow", List.of(409)),
            Map.entry("insertDraftRow", List.of(409)),
            Map.entry("removeDraftRow", List.of(409, 422)),
            Map.entry("correctDraftHeader", List.of(409)),
            Map.entry("correctDraftArea", List.of(409)),
            Map.entry("correctDraftTexts", List.of(409)),
            Map.entry("correctDraftNotes", List.of(409)),
            Map.entry("removeDraftArea", List.of(409)),
            Map.entry("listDraftTargets", List.of(409)),
            Map.entry("listDraftDueDays", List.of(409)),
            Map.entry("getDraftReview", List.of(409)),
            Map.entry("findTasks", List.of(422)),
            Map.entry("readTimings", List.of(404)));

    /** Renames the schemas here, so that the domain enums need no OpenAPI annotation. */
    @Override
    public void filterOpenAPI(OpenAPI api) {
        SchemaNames.change(api, name -> switch (name) {
            case "Severity" -> "FindingSeverity";
            case "Code" -> "TranscriptDoubtCode";
            case "Why" -> "UntranscribedReason";
            default -> name;
        });
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(OpenApiDetails::describe);
        }
        for (int status : MORE_PROBLEMS.getOrDefault(String.valueOf(operation.getOperationId()), List.of())) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            Integer.toString(status),
                            OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status));
        }
        return operation;
    }

    private static void describe(Parameter parameter) {
        String meaning = MEANINGS.get(parameter.getName());
        if (meaning != null && parameter.getDescription() == null) {
            parameter.setDescription(meaning);
        }
    }
}
