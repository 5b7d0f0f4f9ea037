package vn.cchc.platform.files;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The resource is of the protocol for resumable uploads <a href="https://tus.io/protocols/resumable-upload">tus 1.0</a>:
 * every response names the version; a request of another version, or of none, is refused with 412, except {@code OPTIONS}.
 */
@NameBinding
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface TusProtocol {

    String VERSION = "1.0.0";

    /** Version header, of requests and responses. */
    String RESUMABLE = "Tus-Resumable";

    String VERSIONS = "Tus-Version";
    String EXTENSIONS = "Tus-Extension";
    String MAX_SIZE = "Tus-Max-Size";
    String OFFSET = "Upload-Offset";
    String LENGTH = "Upload-Length";
    String DEFER_LENGTH = "Upload-Defer-Length";
    String METADATA = "Upload-Metadata";
    String EXPIRES = "Upload-Expires";

    /** Media type of the body of PATCH. */
    String CHUNK = "application/offset+octet-stream";
}
