package vn.cchc.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private static final ClientAddress BEHIND_PROXIES =
            new ClientAddress(Optional.of(List.of("10.0.0.0/8", " 192.0.2.1", "fd00::/8")));

    @ParameterizedTest
    @CsvSource({
        // peer, header, client
        "203.0.113.7, , 203.0.113.7",
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        "192.0.2.2, 198.51.100.1, 192.0.2.2",
        "10.0.0.1, , 10.0.0.1",
        "10.0.0.1, '', 10.0.0.1",
        "10.0.0.1, 198.51.100.1, 198.51.100.1",
        "192.0.2.1, 198.51.100.1, 198.51.100.1",
        "10.0.0.1, '1.1.1.1, 198.51.100.1', 198.51.100.1",
        "10.0.0.1, '1.1.1.1,198.51.100.1,10.9.9.9', 198.51.100.1",
        "10.0.0.1, '10.0.0.3, 10.0.0.2', 10.0.0.3",
        "10.0.0.1, '198.51.100.1, unknown', 10.0.0.1",
        "10.0.0.1, '198.51.100.1, 10.0.0.2, localhost, 10.0.0.4', 10.0.0.4",
        "10.0.0.1, '198.51.100.1,', 10.0.0.1",
        "10.0.0.1, 198.51.100.1:4711, 198.51.100.1",
        "10.0.0.1, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "10.0.0.1, [2001:db8:1:2:3:4:5:6], 2001:db8:1:2::/64",
        "10.0.0.1, [2001:db8:1:2:ffff::1]:443, 2001:db8:1:2::/64",
        "10.0.0.1, ::ffff:198.51.100.1, 198.51.100.1",
        "::ffff:10.0.0.1, 198.51.100.1, 198.51.100.1",
        "fd00:1::1, 198.51.100.1, 198.51.100.1",
        "fe80::1:2:3:4%eth0, , fe80::/64",
        "2001:db8:1:3::1, , 2001:db8:1:3::/64",
    })
    void theClientIsTheLastAddressThatNoTrustedProxyHas(String peer, String header, String client) {
        List<String> lines = header == null ? List.of() : List.of(header);

        assertThat(BEHIND_PROXIES.of(peer, lines)).isEqualTo(client);
    }

    @Test
    void linesOfTheHeaderAreOneList() {
        List<String> lines = List.of("1.1.1.1", "198.51.100.1, 10.0.0.3", "10.0.0.2");

        assertThat(BEHIND_PROXIES.of("10.0.0.1", lines)).isEqualTo("198.51.100.1");
    }

    @Test
    void withoutTrustedProxiesThePeerIsTheClient() {
        assertThat(new ClientAddress(Optional.empty()).of("10.0.0.1", List.of("198.51.100.1")))
                .isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "fd00::/129", "10.0.0.0/", "10.0.0/8", "", "10.0.0.0/8/8"})
    void whatIsNoSubnetIsRefused(String subnet) {
        Optional<List<String>> proxies = Optional.of(List.of(subnet));

        assertThatThrownBy(() -> new ClientAddress(proxies))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("cchc.trusted-proxies: ");
    }
}
