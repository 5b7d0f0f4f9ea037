package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingCodeTest {

    @Test
    void theCheckDigitIsDamms() {
        // Damm's own example: 572 has the check digit 4; leading zeros change nothing.
        assertThat(TrackingCode.parse("0000000005724")).isPresent();
        assertThat(TrackingCode.parse("0000000005723")).isEmpty();
    }

    @Test
    void theCodeOfTheDocumentsIsOne() {
        assertThat(TrackingCode.parse("5720-146-923-080"))
                .map(TrackingCode::printed)
                .contains("5720-146-923-080");
    }

    @Property
    void aNewCodeIsReadBackAsItIsPrinted(@ForAll long seed) {
        TrackingCode code = TrackingCode.random(new Random(seed));

        assertThat(code.printed()).matches(TrackingCode.PRINTED).hasSize(TrackingCode.PRINTED_LENGTH);
        assertThat(List.of(code.printed(), code.digits(), code.digits().replaceAll("(?!^|$)", ".")))
                .allSatisfy(typed -> assertThat(typed)
                        .matches(TrackingCode.TYPED)
                        .hasSizeLessThanOrEqualTo(TrackingCode.TYPED_LENGTH));
        assertThat(TrackingCode.parse(code.printed())).contains(code);
        assertThat(TrackingCode.parse(" " + code.printed().replace('-', ' '))).contains(code);
    }

    @Property
    void oneWrongDigitIsFound(
            @ForAll long seed, @ForAll @IntRange(max = 12) int position, @ForAll @IntRange(min = 1, max = 9) int off) {
        String digits = TrackingCode.random(new Random(seed)).digits();
        char wrong = (char) ('0' + (digits.charAt(position) - '0' + off) % 10);

        String misread = digits.substring(0, position) + wrong + digits.substring(position + 1);

        assertThat(TrackingCode.parse(misread)).isEmpty();
    }

    @Property
    void twoSwappedNeighboursAreFound(@ForAll long seed, @ForAll @IntRange(max = 11) int position) {
        String digits = TrackingCode.random(new Random(seed)).digits();
        char[] swapped = digits.toCharArray();
        swapped[position] = digits.charAt(position + 1);
        swapped[position + 1] = digits.charAt(position);

        boolean same = swapped[position] == swapped[position + 1];

        assertThat(TrackingCode.parse(new String(swapped)).isPresent()).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFF10000000005724", "0000 0000 05724", "0000\u20130000\u201305724", "0000.0000.05724"})
    void aCodeIsReadAsItIsTyped(String written) {
        assertThat(TrackingCode.parse(written)).isPresent();
    }

    @Test
    void aTextThatIsTooLongIsNoCode() {
        assertThat(TrackingCode.parse("0000000005724" + " ".repeat(51))).isPresent();
        assertThat(TrackingCode.parse("0000000005724" + " ".repeat(52))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/0000000005724", "", "572", "00000000057241", "000000000572a", "٠٠٠٠٠٠٠٠٠٥٧٢٤", "' or 1=1 --"})
    void whatIsNoCodeIsRefused(String written) {
        assertThat(TrackingCode.parse(written)).isEmpty();
    }

    @Test
    void aLogShowsNoDigit() {
        assertThat(new TrackingCode("0000000005724").toString()).doesNotContain("572");
    }
}
