package vn.cchc.platform.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * How many calls of the operation one caller may have under way in a replica; one more is a 429. For what keeps a worker, the
 * disk or the line busy for long: one person's calls do not crowd out everybody else's. Without a token, a caller is
 * an address.
 */
@NameBinding
@Retention(RUNTIME)
@Target(METHOD)
public @interface AtOnce {

    int value();
}
