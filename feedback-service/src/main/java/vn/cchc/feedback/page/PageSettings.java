package vn.cchc.feedback.page;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator sets of the pages for senders; {@code inject:pages} in their templates. */
@Singleton
@Named("pages")
public class PageSettings {

    private final boolean files;

    PageSettings(@ConfigProperty(name = "cchc.pages.files") boolean files) {
        this.files = files;
    }

    /** Whether forms take files. A replica of the version before answers such a form with 415. */
    public boolean files() {
        return files;
    }
}
