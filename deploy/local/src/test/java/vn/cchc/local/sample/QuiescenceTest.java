package vn.cchc.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cchc.local.api.Service;

class QuiescenceTest {
    @ParameterizedTest
    @EnumSource(Service.class)
    void every_topic_that_a_service_hears_is_waited_for(Service service) throws IOException {
        Properties configuration = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(
                System.getProperty("cchc.root"), service.module(), "src/main/resources/application.properties"))) {
            configuration.load(reader);
        }

        String topics = configuration.getProperty("cchc.events.topics");

        assertThat(Quiescence.topics(service)).containsExactlyInAnyOrder(topics.split(","));
    }
}
