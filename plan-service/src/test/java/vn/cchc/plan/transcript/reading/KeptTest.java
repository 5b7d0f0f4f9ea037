package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptTest {

    @Test
    void those_of_the_annex_are_kept_before_others_and_all_are_in_their_order_and_counted() {
        Kept<String> kept = new Kept<>(3);
        kept.add("căn cứ", false);
        kept.add("điều", false);
        kept.add("ô thứ hai", true);
        kept.add("nơi nhận", false);
        kept.add("số tiền", true);

        assertThat(kept.listed()).containsExactly("căn cứ", "ô thứ hai", "số tiền");
        assertThat(kept.inAll()).isEqualTo(5);
    }

    @Test
    void more_of_the_annex_than_is_kept_leave_no_room_for_others() {
        Kept<Integer> kept = new Kept<>(2);
        kept.add(0, false);
        for (int i = 1; i <= 4; i++) {
            kept.add(i, true);
        }

        assertThat(kept.listed()).containsExactly(1, 2);
        assertThat(kept.inAll()).isEqualTo(5);
    }

    @Test
    void what_stands_in_the_annex_or_states_money_is_of_the_annex() {
        assertThat(new Untranscribed(Place.at(1), "Căn cứ", Untranscribed.Why.NO_PLACE).concernsAnnex())
                .isFalse();
        assertThat(new Untranscribed(Place.at(1), "theo dự toán", Untranscribed.Why.NO_AMOUNT).concernsAnnex())
                .isTrue();
        assertThat(new Untranscribed(Place.at(1, 2).ofRow(3), "B", Untranscribed.Why.FOOTNOTE).concernsAnnex())
                .isTrue();
        assertThat(new Doubt(Doubt.Code.SHEET_HIDDEN, Optional.of(Place.at(1)), "Cũ").concernsAnnex())
                .isFalse();
        assertThat(new Doubt(Doubt.Code.TOTAL_TWICE, Optional.of(Place.at(1)), "5").concernsAnnex())
                .isTrue();
        assertThat(new Doubt(Doubt.Code.TITLE_MISSING, Optional.empty(), "").concernsAnnex())
                .isTrue();
    }
}
