package vn.cchc.platform.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** JSON of an unexpected shape. Quarkus has its own response for it, which this replaces. */
@Provider
@Priority(1)
public class MismatchedInputMapper extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException exception) {
        return HttpProblem.builder().withStatus(400).build();
    }
}
