package vn.cchc.reporting.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthorityNameTest {

    @Test
    void a_committee_is_written_in_full_or_short_as_the_place_in_the_document_asks() {
        for (String registered : new String[] {"UBND xã Thượng Lộ", "Ủy ban nhân dân xã Thượng Lộ"}) {
            AuthorityName name = new AuthorityName(registered);

            assertThat(name.full()).isEqualTo("Ủy ban nhân dân xã Thượng Lộ");
            assertThat(name.letterhead()).containsExactly("ỦY BAN NHÂN DÂN", "XÃ THƯỢNG LỘ");
            assertThat(name.abbreviatedCapitals()).isEqualTo("UBND XÃ THƯỢNG LỘ");
            assertThat(name.self()).isEqualTo("Ủy ban nhân dân xã");
        }
    }

    @Test
    void any_other_name_stands_as_it_is() {
        AuthorityName name = new AuthorityName("Sở Nội vụ");

        assertThat(name.full()).isEqualTo("Sở Nội vụ");
        assertThat(name.letterhead()).containsExactly("SỞ NỘI VỤ");
    }
}
