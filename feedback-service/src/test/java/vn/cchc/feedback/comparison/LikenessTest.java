package vn.cchc.feedback.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.text.VietnameseText;

class LikenessTest {

    private static final String LAMP = "Đèn đường thôn 3 hỏng đã hai tuần, đề nghị xã sửa chữa.";
    private static final String LAMP_AGAIN = "den duong o thon 3 bi hong may tuan nay, de nghi UBND xa cho sua";
    private static final String LAMP_ELSEWHERE = "Đề nghị xã lắp thêm đèn đường ở thôn 7.";
    private static final String WASTE = "Rác thải để ở bờ sông không ai thu gom, mùi rất khó chịu.";

    private static Terms terms(String text) {
        return Terms.of(VietnameseText.fold(text));
    }

    private static final Likeness AMONG_THESE =
            new Likeness(List.of(terms(LAMP), terms(LAMP_AGAIN), terms(LAMP_ELSEWHERE), terms(WASTE)));

    @Test
    void theSameMatterInOtherWordsIsMoreAlikeThanAnother() {
        double again = AMONG_THESE.between(terms(LAMP), terms(LAMP_AGAIN));
        double elsewhere = AMONG_THESE.between(terms(LAMP), terms(LAMP_ELSEWHERE));
        double waste = AMONG_THESE.between(terms(LAMP), terms(WASTE));

        assertThat(again).isGreaterThan(elsewhere);
        assertThat(elsewhere).isGreaterThan(waste);
        assertThat(again).isGreaterThan(0.25);
        assertThat(waste).isLessThan(0.08);
    }

    @Test
    void termsAreWordsAndPairsWithoutCaseAndDiacritics() {
        assertThat(terms("Đèn đường, ĐÈN\u00a0ĐƯỜNG").stream())
                .containsExactlyInAnyOrder(Stream.of("den", "duong", "den duong", "duong den")
                        .map(String::hashCode)
                        .toArray(Integer[]::new));
        assertThat(Terms.written("Đè\u00adn đường").keySet()).containsExactly("den", "duong", "den duong");
    }

    @Test
    void ofALongTextTheFirstWordsCount() {
        String text = IntStream.rangeClosed(1, 2 * Terms.WORDS)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));

        assertThat(terms(text).stream()).hasSize(2 * Terms.WORDS - 1);
        assertThat(Terms.written(text)).hasSize(2 * Terms.WORDS - 1);
    }

    @Test
    void whatIsCommonIsNamedAsItIsWritten() {
        assertThat(AMONG_THESE.common(LAMP, List.of(terms(LAMP_AGAIN), terms(LAMP_ELSEWHERE)), 3))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allMatch(words -> LAMP.contains(words))
                .anyMatch(words -> words.contains("hỏng") || words.contains("thôn 3") || words.contains("Đèn đường"));
    }

    @Test
    void nothingIsCommonWithNothing() {
        assertThat(AMONG_THESE.common(LAMP, List.of(), 5)).isEmpty();
        assertThat(AMONG_THESE.between(terms(""), terms(LAMP))).isZero();
        assertThat(terms(" … ! ").stream()).isEmpty();
    }

    @Property
    boolean likenessIsSymmetricAndBounded(@ForAll String one, @ForAll String other) {
        Terms a = terms(one);
        Terms b = terms(other);
        Likeness likeness = new Likeness(List.of(a, b));
        double ab = likeness.between(a, b);
        return ab == likeness.between(b, a) && ab >= 0 && ab <= 1 + 1e-9;
    }

    @Property
    boolean aTextIsLikeItself(@ForAll String text) {
        Terms terms = terms(text);
        double self = new Likeness(List.of(terms)).between(terms, terms);
        return terms.stream().findAny().isEmpty() ? self == 0 : Math.abs(self - 1) < 1e-9;
    }
}
