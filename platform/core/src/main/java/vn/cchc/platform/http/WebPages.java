package vn.cchc.platform.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers of {@link WebPage}s, and their problems as pages. */
class WebPages {

    /** Inline style only: no script, no image, no frame, and forms are sent to this service alone. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Instance<ProblemPage> problems;

    WebPages(Instance<ProblemPage> problems) {
        this.problems = problems;
    }

    @WebPage
    @ServerResponseFilter
    public void complete(ContainerResponseContext answer) {
        if (answer.getEntity() instanceof HttpProblem problem) {
            answer.setEntity(problems.get().html(problem.getDetail()), null, null);
            answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, WebPage.HTML);
        }
        answer.getHeaders().putSingle("Content-Security-Policy", POLICY);
        // An address may hold the key of a form.
        answer.getHeaders().putSingle("Referrer-Policy", "no-referrer");
    }
}
