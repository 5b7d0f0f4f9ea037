package vn.cchc.feedback.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import vn.cchc.platform.http.ProblemPage;

/** A problem as a page for senders. */
@ApplicationScoped
class SenderProblemPage implements ProblemPage {

    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance problem(String detail);
    }

    @Override
    public String html(String detail) {
        return Templates.problem(detail).render();
    }
}
