package vn.cchc.platform.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** What the method answers is the same for everybody: any cache may keep it so long and give it to others. Errors are not kept. */
@NameBinding
@Retention(RUNTIME)
@Target(METHOD)
public @interface PublicFor {

    int seconds();
}
