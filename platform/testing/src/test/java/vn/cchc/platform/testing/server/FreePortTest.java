package vn.cchc.platform.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void a_port_whose_process_is_about_to_be_gone_becomes_free() throws Exception {
        ServerSocket closing = new ServerSocket(0);
        int port = closing.getLocalPort();
        assertThat(FreePort.isFree(port)).isFalse();

        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> close(closing), CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));

        assertThat(FreePort.becomesFree(port)).isTrue();
        end.join();
    }

    @Test
    void a_port_that_stays_taken_does_not() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(FreePort.becomesFree(taken.getLocalPort())).isFalse();
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
