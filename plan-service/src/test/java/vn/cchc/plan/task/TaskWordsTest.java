package vn.cchc.plan.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.http.Problem;

class TaskWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '"', textBlock = """
            Phản ánh → 'phan':* & 'anh':*
            phan  PHẢN phan → 'phan':*
            2,2,1 → '2,2,1':*
            a → 'a'
            Văn phòng-Thống kê → 'van':* & ('phong-thong':* | ('phong':* & 'thong':*)) & 'ke':*
            57/KH-UBND; → '57/kh-ubnd':*
            O'Neil → ('o''neil':* | ('o' & 'neil':*))
            ab\\c → ('ab\\\\c':* | ('ab':* & 'c'))
            "!báo & (cáo):*" → 'bao':* & 'cao':*
            """)
    void words_are_a_query(String q, String query) {
        assertThat(TaskWords.of(q).query()).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "---", "\u200B", "| & !", "a b c d e f g h i k l m n"})
    void what_has_no_word_or_too_many_is_refused(String q) {
        assertThatThrownBy(() -> TaskWords.of(q)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> TaskWords.of("x".repeat(TaskWords.LONGEST + 1)))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({"2.2.1, '2.2.1', true", "1), '1', true", "-, '', false"})
    void a_code_is_one_word(String code, String word, boolean isOne) {
        assertThat(TaskWords.ofCode(code).map(TaskWords::query).filter(("'" + word + "'")::equals))
                .matches(found -> found.isPresent() == isOne);
    }
}
