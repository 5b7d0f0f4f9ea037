package vn.cchc.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClientAddressPropertyTest {

    private static final ClientAddress BEHIND_PROXIES =
            new ClientAddress(Optional.of(List.of("10.0.0.0/8", "fd00::/8")));

    @Property
    void whatTheClientWritesItselfChangesNothing(@ForAll("forgeries") List<String> forged) {
        List<String> lines = Stream.concat(forged.stream(), Stream.of("198.51.100.1, 10.0.0.2"))
                .toList();

        assertThat(BEHIND_PROXIES.of("10.0.0.1", lines)).isEqualTo("198.51.100.1");
        assertThat(BEHIND_PROXIES.of("203.0.113.7", forged)).isEqualTo("203.0.113.7");
    }

    @Provide
    Arbitrary<List<String>> forgeries() {
        Arbitrary<String> entries = Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars("0123456789abcdef.:[]%/, "),
                Arbitraries.of("10.0.0.9", "198.51.100.2", "::1", "fd00::1", "[::]:1", "localhost", ",", ""));
        return entries.list().ofMaxSize(5);
    }
}
