package vn.cchc.plan.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wordings of targets in plans of many offices, against what a careful reader takes them for. {@code corpus.tsv} is as collected,
 * {@code readings.tsv} has its readings in the notation of this test, {@code held-back.tsv} wordings whose readings were written
 * before the reader had seen them, {@code reviewed.tsv} those that a review took for read wrong or in silence, with what is close to
 * them.
 */
class TargetPhrasesTest {

    private static final String UNREAD = "U";
    private static final String WITHOUT_FIGURES = "-";
    private static final Path GRAMMAR = Path.of(System.getProperty("cchc.root"), "plan-service/docs/target-grammar.md");

    private enum Outcome {
        RIGHT,
        /** In doubt, and left. */
        RIGHTLY_LEFT,
        /** Readable, but left, or one of its targets. */
        LEFT,
        WRONG
    }

    /** @param right accepted readings; targets of one wording separated by semicolons */
    private record Wording(String text, List<String> right) {

        static Wording of(String line) {
            String[] cells = line.split("\t", -1);
            return new Wording(cells[0], List.of(cells[1].split(" \\| ", -1)));
        }

        String read() {
            List<String> aims = aims();
            return aims.stream().allMatch(UNREAD::equals) ? UNREAD : String.join(" ; ", aims);
        }

        private List<String> aims() {
            return TargetWording.read(text).stream()
                    .map(part -> part.reading() instanceof AimReading.Qualitative
                            ? WITHOUT_FIGURES
                            : part.reading().understood().map(Wording::notation).orElse(UNREAD))
                    .toList();
        }

        private static String notation(Aim aim) {
            return aim.operator().symbol() + " " + aim.value().toPlainString()
                    + aim.upper().map(upper -> ".." + upper.toPlainString()).orElse("") + " " + aim.unit();
        }

        Outcome outcome() {
            if (right.contains(read())) {
                return read().equals(UNREAD) ? Outcome.RIGHTLY_LEFT : Outcome.RIGHT;
            }
            // What is read of it must be what its target at this place says.
            List<String> aims = aims();
            boolean partly = right.stream().map(each -> each.split(" ; ", -1)).anyMatch(each -> {
                boolean same = each.length == aims.size();
                for (int i = 0; same && i < each.length; i++) {
                    same = aims.get(i).equals(UNREAD) || aims.get(i).equals(each[i]);
                }
                return same;
            });
            return partly || read().equals(UNREAD) ? Outcome.LEFT : Outcome.WRONG;
        }

        /** Bounds from below are "up", those from above "down". */
        private static Set<String> directions(String readings) {
            return Arrays.stream(readings.split(" ; ", -1))
                    .filter(aim -> aim.startsWith(">") || aim.startsWith("<"))
                    .map(aim -> aim.substring(0, 1))
                    .collect(Collectors.toSet());
        }

        boolean isInverted() {
            return right.stream().noneMatch(each -> directions(each).containsAll(directions(read())));
        }

        boolean isReadable() {
            return !right.contains(UNREAD);
        }
    }

    private static List<String> lines(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                TargetPhrasesTest.class.getResourceAsStream("/target-phrases/" + file), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static List<Wording> wordings(String file) throws IOException {
        return lines(file).stream().map(Wording::of).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"readings.tsv", "held-back.tsv", "reviewed.tsv", "latest.tsv"})
    void no_wording_is_read_wrong(String file) throws IOException {
        assertThat(wordings(file))
                .filteredOn(wording -> wording.outcome() == Outcome.WRONG || wording.isInverted())
                .extracting(wording -> wording.text() + ": " + wording.read())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"readings.tsv", "held-back.tsv", "reviewed.tsv", "latest.tsv"})
    void at_least_85_percent_of_what_is_readable_is_read(String file) throws IOException {
        List<Wording> readable =
                wordings(file).stream().filter(Wording::isReadable).toList();

        assertThat(readable)
                .filteredOn(wording -> wording.outcome() == Outcome.RIGHT)
                .hasSizeGreaterThanOrEqualTo((readable.size() * 85 + 99) / 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"readings.tsv", "held-back.tsv", "reviewed.tsv", "latest.tsv"})
    void the_page_of_the_grammar_states_how_many_are_read(String file) throws IOException {
        List<Wording> wordings = wordings(file);
        Map<Outcome, Long> counts =
                wordings.stream().collect(Collectors.groupingBy(Wording::outcome, Collectors.counting()));

        assertThat(Files.readString(GRAMMAR))
                .contains("| `%s` | %d | %d | %d | %d | %d |"
                        .formatted(
                                file,
                                wordings.size(),
                                counts.getOrDefault(Outcome.RIGHT, 0L),
                                counts.getOrDefault(Outcome.RIGHTLY_LEFT, 0L),
                                counts.getOrDefault(Outcome.LEFT, 0L),
                                counts.getOrDefault(Outcome.WRONG, 0L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"readings.tsv", "held-back.tsv", "reviewed.tsv", "latest.tsv"})
    void an_aim_is_printed_in_words_that_are_read_to_an_equal_one(String file) throws IOException {
        assertThat(wordings(file).stream()
                        .flatMap(wording -> TargetWording.read(wording.text()).stream())
                        .flatMap(part -> part.reading().understood().stream()))
                .hasSizeGreaterThan(20)
                .allSatisfy(aim -> assertThat(AimReader.read(AimReader.words(aim)))
                        .as(AimReader.words(aim))
                        .hasValueSatisfying(read ->
                                assertThat(read.agreesWith(aim)).as(read.text()).isTrue()));
    }

    @Test
    void every_wording_of_the_corpus_has_its_reading() throws IOException {
        assertThat(wordings("readings.tsv"))
                .extracting(Wording::text)
                .containsExactlyElementsOf(lines("corpus.tsv").stream()
                        .map(line -> line.split("\t", -1)[0])
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"readings.tsv", "held-back.tsv", "reviewed.tsv", "latest.tsv"})
    void a_wording_in_doubt_is_never_taken_for_one_without_figures(String file) throws IOException {
        assertThat(wordings(file))
                .filteredOn(wording -> wording.read().equals(UNREAD))
                .allSatisfy(wording -> assertThat(TargetWording.read(wording.text()))
                        .extracting(TargetWording.Part::reading)
                        .hasOnlyElementsOfType(AimReading.Unread.class));
    }
}
