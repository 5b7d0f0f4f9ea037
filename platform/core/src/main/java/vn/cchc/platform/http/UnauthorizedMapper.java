package vn.cchc.platform.http;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** No token where one is needed. Stands in for the extension's own mapper, which does not fit this Quarkus version. */
@Provider
@Priority(1)
public class UnauthorizedMapper extends ExceptionMapperBase<UnauthorizedException> {

    @Override
    protected HttpProblem toProblem(UnauthorizedException exception) {
        // With the challenge that RFC 6750, 3 asks for.
        return HttpProblem.builder()
                .withStatus(401)
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }
}
