package vn.cchc.platform.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The response is the same for everybody: shared caches may keep it this long. Errors are not cached. */
@NameBinding
@Retention(RUNTIME)
@Target(METHOD)
public @interface PublicFor {

    int seconds();
}
