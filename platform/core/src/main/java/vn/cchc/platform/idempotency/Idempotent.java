package vn.cchc.platform.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method idempotent by {@code Idempotency-Key}: see {@link Idempotency}. Opens the transaction in which the key
 * is claimed and the use case runs.
 */
@InterceptorBinding
@Transactional
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /** OpenAPI description of the header. */
    String DESCRIPTION =
            "Makes the request safe to send again: the same key and content get the first status and `Location` with"
                    + " what was made or changed as it is now; the same key with other content is refused (422). Bare, or a quoted string;"
                    + " without an account a UUID. Known for two days.";

    /** Builds the response of a replay. */
    @Nonbinding
    Class<? extends Presenter<?>> presenter();
}
