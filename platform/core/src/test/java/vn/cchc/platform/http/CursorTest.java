package vn.cchc.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Instant RECEIVED = Instant.parse("2021-02-25T03:00:00.123Z");
    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @Test
    void carries_the_sort_key_to_the_next_page() {
        Cursor cursor = Cursor.decode(Cursor.encode("state=OPEN", RECEIVED, ID, 7L), "state=OPEN")
                .orElseThrow();

        assertThat(cursor.instant(0)).isEqualTo(RECEIVED);
        assertThat(cursor.uuid(1)).isEqualTo(ID);
        assertThat(cursor.number(2)).isEqualTo(7);
    }

    @Test
    void is_absent_at_the_start_of_a_list() {
        assertThat(Cursor.decode(null, "")).isEmpty();
        assertThat(Cursor.decode("", "")).isEmpty();
    }

    @Test
    void is_refused_with_other_filters() {
        String cursor = Cursor.encode("state=OPEN", RECEIVED, ID);

        assertThatThrownBy(() -> Cursor.decode(cursor, "state=CLOSED")).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "AAAA", "bm90IGEgY3Vyc29y", "=", "0"})
    void is_refused_when_it_was_not_made_here(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor, "")).isInstanceOf(Problem.class);
    }

    @Property
    void is_refused_when_a_byte_is_changed(@ForAll int where, @ForAll byte by) {
        byte[] bytes = Base64.getUrlDecoder().decode(Cursor.encode("f", RECEIVED, ID));
        int position = Math.floorMod(where, bytes.length);
        if (by == 0) {
            return;
        }
        bytes[position] ^= by;
        String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThatThrownBy(() -> Cursor.decode(changed, "f")).isInstanceOf(Problem.class);
    }

    @Test
    void a_part_of_another_kind_is_refused() {
        Cursor cursor = Cursor.decode(Cursor.encode("", "text"), "").orElseThrow();

        assertThatThrownBy(() -> cursor.uuid(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cursor.instant(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cursor.date(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> cursor.string(1)).isInstanceOf(Problem.class);
    }

    @Test
    void a_number_or_time_that_no_list_has_is_refused() {
        for (String number : new String[] {"-1", "2147483648", "4294967295"}) {
            Cursor cursor = Cursor.decode(Cursor.encode("", number), "").orElseThrow();
            assertThatThrownBy(() -> cursor.number(0)).isInstanceOf(Problem.class);
        }
        Cursor far = Cursor.decode(Cursor.encode("", "+1000000000-12-31T23:59:59Z"), "")
                .orElseThrow();
        assertThatThrownBy(() -> far.instant(0)).isInstanceOf(Problem.class);
        String unstorable = Cursor.encode("", "a\0b");
        assertThatThrownBy(() -> Cursor.decode(unstorable, "")).isInstanceOf(Problem.class);
    }
}
