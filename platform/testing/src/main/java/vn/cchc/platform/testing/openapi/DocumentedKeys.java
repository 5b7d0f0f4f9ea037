package vn.cchc.platform.testing.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.IdempotentRequest;

/** Documents the header {@code Idempotency-Key} on each operation that is {@link Idempotent}. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class DocumentedKeys implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private final Set<String> idempotent = new HashSet<>();

    public DocumentedKeys(IndexView index) {
        for (AnnotationInstance each : index.getAnnotations(DotName.createSimple(Idempotent.class))) {
            if (each.target().kind() == AnnotationTarget.Kind.METHOD) {
                AnnotationInstance operation = each.target().asMethod().annotation(OPERATION);
                if (operation != null && operation.value("operationId") != null) {
                    idempotent.add(operation.value("operationId").asString());
                }
            }
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        if (idempotent.contains(operation.getOperationId())) {
            operation.addParameter(OASFactory.createParameter()
                    .name(IdempotentRequest.HEADER)
                    .in(Parameter.In.HEADER)
                    .description(Idempotent.DESCRIPTION)
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        }
        return operation;
    }
}
