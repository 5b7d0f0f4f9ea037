package vn.cchc.plan.timing;

import java.util.List;
import java.util.Optional;

/**
 * On request: {@code ["đột xuất"] (["ngay"] "khi có yêu cầu" ["đột xuất" | (","| "hoặc") "chỉ đạo"] | "theo yêu cầu") ["của" name] | "đột xuất" | "khi cấp trên"
 * ("tổ chức" | "yêu cầu" | "giao")}.
 */
final class RequestClause implements Production<TimingRule> {

    private static final List<String> ASKED = List.of(
            "dot xuat khi co yeu cau",
            "dot xuat theo yeu cau",
            "khi co yeu cau dot xuat",
            "khi co yeu cau , chi dao",
            "khi co yeu cau hoac chi dao",
            "ngay khi co yeu cau",
            "khi co yeu cau",
            "theo yeu cau dot xuat",
            "theo yeu cau");
    private static final List<String> FROM_ABOVE =
            List.of("khi cap tren to chuc", "khi cap tren yeu cau", "khi cap tren giao");

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        if (tokens.readAny(FROM_ABOVE).isPresent()) {
            return Optional.of(new TimingRule.OnRequest("cấp trên"));
        }
        if (tokens.readAny(ASKED).isEmpty()) {
            return tokens.read("dot xuat") ? Optional.of(new TimingRule.OnRequest("")) : Optional.empty();
        }
        return tokens.read("cua")
                ? tokens.rest(FreeText.NAME).map(TimingRule.OnRequest::new)
                : Optional.of(new TimingRule.OnRequest(""));
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        return rule instanceof TimingRule.OnRequest request
                ? Optional.of(
                        request.request().isEmpty() ? "khi có yêu cầu" : "khi có yêu cầu của " + request.request())
                : Optional.empty();
    }
}
