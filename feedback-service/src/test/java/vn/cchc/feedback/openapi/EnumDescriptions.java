package vn.cchc.feedback.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Urgency;
import vn.cchc.platform.testing.openapi.SchemaNames;

/**
 * Adds names and descriptions of enum values to the OpenAPI document. The enums themselves have no OpenAPI dependency.
 * A new value without a description does not compile.
 */
@OpenApiFilter(
        value = OpenApiFilter.RunStage.RUNTIME_STARTUP,
        priority = 3,
        documentNames = OpenApiFilter.FILTER_RUN_FOR_ANY_DOCUMENT)
public class EnumDescriptions implements OASFilter {

    private static final Map<String, String> MEANINGS = Map.of(
            "Channel", meanings(Channel.values(), EnumDescriptions::of),
            "Kind", meanings(Kind.values(), EnumDescriptions::of),
            "Classification", meanings(Classification.values(), EnumDescriptions::of),
            "Urgency", meanings(Urgency.values(), EnumDescriptions::of),
            "State", meanings(State.values(), EnumDescriptions::of));

    /** Avoids clashes with types of other APIs and of the language in generated clients. */
    private static final String PREFIX = "Feedback";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        MEANINGS.forEach((name, meanings) -> schemas.get(name).setDescription(meanings));
        SchemaNames.change(api, EnumDescriptions::named);
    }

    private static String named(String schema) {
        if (MEANINGS.containsKey(schema) || schema.equals("Transition")) {
            return PREFIX + schema;
        }
        return schema.equals("PageListItem") ? "PageFeedbackListItem" : schema;
    }

    private static <E extends Enum<E>> String meanings(E[] words, Function<E, String> meaning) {
        return Arrays.stream(words)
                .map(word -> "`" + word.name() + "`: " + meaning.apply(word))
                .collect(Collectors.joining("; "));
    }

    private static String of(Channel channel) {
        return switch (channel) {
            case ONLINE -> "trực tuyến, online";
            case PHONE -> "điện thoại, by phone";
            case IN_PERSON -> "trực tiếp, in person";
            case POST -> "bưu chính, by post";
            case EMAIL -> "thư điện tử, by email";
        };
    }

    private static String of(Kind kind) {
        return switch (kind) {
            case REFLECTION -> "phản ánh, tells of a difficulty, an unreasonable rule, an officer's delay or conduct";
            case PROPOSAL -> "kiến nghị, also proposes a solution";
        };
    }

    private static String of(Classification classification) {
        return switch (classification) {
            case NOT_ACCEPTABLE -> "không tiếp nhận, refused";
            case OFFICER_CONDUCT -> "hành vi, sự chậm trễ của cán bộ, conduct or delay of officers";
            case REGULATION_OWN -> "quy định thuộc thẩm quyền, a regulation within the authority's own competence";
            case REGULATION_OTHER -> "quy định thuộc thẩm quyền cơ quan khác, passed on to it";
        };
    }

    private static String of(Urgency urgency) {
        return switch (urgency) {
            case NORMAL -> "thường";
            case URGENT -> "khẩn";
        };
    }

    private static String of(State state) {
        return switch (state) {
            case RECEIVED -> "đã nhận";
            case SUPPLEMENT_REQUESTED -> "chờ người gửi bổ sung, the sender has been asked for something";
            case ACCEPTED -> "đã tiếp nhận";
            case REFUSED -> "đã từ chối";
            case REFERRED -> "đã chuyển cơ quan có thẩm quyền";
            case ASSIGNED -> "đã giao bộ phận xử lý, a unit handles it";
            case ANSWERED -> "đã trả lời";
            case CLOSED -> "đã kết thúc";
            case REOPENED -> "người gửi đã mở lại sau khi được trả lời, reopened by the sender after the answer";
            case WITHDRAWN -> "người gửi đã rút lại";
        };
    }
}
