package vn.cchc.platform.testing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.http.ReadableAddress;

/** Documents {@code ETag} and {@code Location} where {@link ETags} gives them: with a view in a {@link RestResponse}. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class DocumentedHeaders implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    /** In quotes an epoch, a hyphen and a version. */
    static final int LONGEST_TAG = 32;

    /** {@link ETags#tag}. */
    static final String TAG = "^\"([0-9]+-)?[0-9]+\"$";

    private final Set<String> withView = new HashSet<>();

    public DocumentedHeaders(IndexView index) {
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD
                    && answersView(operation.target().asMethod())) {
                DocumentedLimits.operationId(operation.target().asMethod()).ifPresent(withView::add);
            }
        }
    }

    private static boolean answersView(MethodInfo method) {
        Type type = method.returnType();
        if (type.kind() != Type.Kind.PARAMETERIZED_TYPE
                || !type.name().equals(DotName.createSimple(RestResponse.class))) {
            return false;
        }
        String view = type.asParameterizedType().arguments().get(0).name().toString();
        // The tag of a file is made of its content; what operators of the events see has no version.
        return view.startsWith("vn.cchc.")
                && !view.startsWith("vn.cchc.platform.files.")
                && !view.startsWith("vn.cchc.platform.event.");
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null && withView.contains(operation.getOperationId())) {
            operation.getResponses().getAPIResponses().forEach(DocumentedHeaders::describe);
        }
        return operation;
    }

    private static void describe(String status, APIResponse answer) {
        if (status.equals("200") || status.equals("201")) {
            answer.addHeader(
                    "ETag",
                    header(
                            "The version of what is shown: `If-Match` of a change to it. Of a view with `version`, in"
                                    + " a list too, it is that number in quotes, until the service continues after a restore"
                                    + " in another epoch: then epoch, hyphen, version. Asking for the one resource tells"
                                    + " it in any case",
                            LONGEST_TAG,
                            TAG,
                            "\"3\""));
        }
        if (status.equals("201")) {
            answer.addHeader(
                    "Location",
                    header(
                            "Where it is from now on",
                            ReadableAddress.LONGEST,
                            "^(https?://[^/]+)?/api/v1/.+$",
                            "/api/v1/resources/018f3c1e-9d2a-7b4e-a111-2f9b5c6d7e80"));
        }
    }

    /** A header that is always there; {@code longest} in characters. */
    public static Header header(String description, int longest, String pattern, String example) {
        return OASFactory.createHeader()
                .description(description)
                .required(true)
                .addExample(DocumentedExamples.NAME, OASFactory.createExample().value(example))
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(longest)
                        .pattern(pattern));
    }
}
