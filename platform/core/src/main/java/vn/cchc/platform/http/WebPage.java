package vn.cchc.platform.http;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A resource of pages for people: its problems are pages, too, and a browser loads and runs nothing but the page itself. */
@NameBinding
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface WebPage {

    /** Media type of pages. */
    String HTML = "text/html;charset=UTF-8";
}
