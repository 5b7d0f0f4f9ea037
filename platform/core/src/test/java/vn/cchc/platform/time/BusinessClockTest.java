package vn.cchc.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessClockTest {

    @ParameterizedTest
    @CsvSource({
        "dev, true",
        "test, true",
        "local, true",
        "'local,test', true",
        "prod, false",
        "production, false",
        "PROD, false",
        "Local, false",
        "staging, false",
        "'prod,local', false",
        "'local,production', false",
        "'', false"
    })
    void business_time_is_movable_under_profiles_that_are_known_to_be_for_training(String profiles, boolean movable) {
        List<String> active = profiles.isEmpty() ? List.of() : List.of(profiles.split(",", -1));

        assertThat(BusinessClock.areForTraining(active)).isEqualTo(movable);
    }
}
