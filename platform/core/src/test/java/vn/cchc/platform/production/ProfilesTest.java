package vn.cchc.platform.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

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
    void profiles_are_for_training_when_all_are_known_to_be(String profiles, boolean training) {
        List<String> active = profiles.isEmpty() ? List.of() : List.of(profiles.split(",", -1));

        assertThat(Profiles.areForTraining(active)).isEqualTo(training);
    }
}
