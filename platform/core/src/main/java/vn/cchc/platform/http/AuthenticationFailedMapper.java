package vn.cchc.platform.http;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/**
 * A token that is forged, malformed or expired. Replaces the extension's own mapper; see {@link UnauthorizedMapper}.
 */
@Provider
@Priority(1)
public class AuthenticationFailedMapper extends ExceptionMapperBase<AuthenticationFailedException> {

    @Override
    protected HttpProblem toProblem(AuthenticationFailedException exception) {
        // Quarkus adds the challenge itself.
        return HttpProblem.builder().withStatus(401).build();
    }
}
