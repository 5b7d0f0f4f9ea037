package vn.cchc.platform.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** The language of the answer: Vietnamese, unless {@code Accept-Language} (RFC 9110, 12.5.4) prefers English. */
@ApplicationScoped
public class Language {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final List<Locale> OFFERED = List.of(VIETNAMESE, Locale.ENGLISH);

    private final CurrentVertxRequest request;

    Language(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Vietnamese or English. */
    public Locale locale() {
        var exchange = request.getCurrent();
        return preferred(exchange == null ? null : exchange.request().getHeader("Accept-Language"));
    }

    private static Locale preferred(String wanted) {
        if (wanted == null) {
            return VIETNAMESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wanted), OFFERED);
            return best == null ? VIETNAMESE : best;
        } catch (IllegalArgumentException e) {
            return VIETNAMESE;
        }
    }

    /** The text in that language. */
    public String of(Text text) {
        return in(locale(), text);
    }

    /** The text in the language that the header {@code Accept-Language} prefers; null when there is none. */
    static String of(Text text, String acceptLanguage) {
        return in(preferred(acceptLanguage), text);
    }

    private static String in(Locale locale, Text text) {
        return locale.equals(VIETNAMESE) ? text.vi() : text.en();
    }
}
