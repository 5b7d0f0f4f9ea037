package vn.cchc.feedback.handling;

import org.jboss.resteasy.reactive.RestResponse;

/** Answers that carry more than may be kept for a repeated request. */
public final class Answers {

    private Answers() {}

    /** The answer with its status and headers, and another body. */
    public static <T> RestResponse<T> with(RestResponse<?> kept, T body) {
        var answer = RestResponse.ResponseBuilder.<T>create(kept.getStatus()).entity(body);
        kept.getHeaders().forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
        return answer.build();
    }
}
