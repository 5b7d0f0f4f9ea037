package vn.cchc.platform.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Maximum concurrent calls of the operation per caller and replica; beyond it, 429. For operations that occupy a
 * worker, the disk or the line for long, so that one caller does not starve the others. Without a token, the caller is
 * an address.
 */
@NameBinding
@Retention(RUNTIME)
@Target(METHOD)
public @interface ConcurrencyLimit {

    int value();
}
