package vn.cchc.platform.http;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/**
 * A missing token where one is required. Replaces the extension's own mapper, which is incompatible with this Quarkus
 * version.
 */
@Provider
@Priority(1)
public class UnauthorizedMapper extends ExceptionMapperBase<UnauthorizedException> {

    @Override
    protected HttpProblem toProblem(UnauthorizedException exception) {
        // With the challenge required by RFC 6750, 3.
        return HttpProblem.builder()
                .withStatus(401)
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }
}
