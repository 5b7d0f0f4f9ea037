package vn.cchc.platform.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
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
        return exchange == null ? VIETNAMESE : preferred(exchange);
    }

    /** Marks the response as varying by {@code Accept-Language}. */
    private static Locale preferred(RoutingContext exchange) {
        Vary.by(exchange, "Accept-Language");
        return preferred(exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
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
    public String of(BilingualText text) {
        return in(locale(), text);
    }

    /** The text in the language of the answer to this request. */
    static String of(BilingualText text, RoutingContext exchange) {
        return in(preferred(exchange), text);
    }

    private static String in(Locale locale, BilingualText text) {
        return locale.equals(VIETNAMESE) ? text.vi() : text.en();
    }
}
