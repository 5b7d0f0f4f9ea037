package vn.cchc.platform.ratelimit;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Rate limit per client address for callers without a token or without a known role: 429 with {@code Retry-After}
 * beyond it. The value names the limit in {@code cchc.rate-limits.<name>}; methods of one name share it.
 */
@NameBinding
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface RateLimited {

    String value();
}
