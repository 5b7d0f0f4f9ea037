package vn.cchc.platform.http;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/** A body on its way, see {@link BodyStream}. All but the calls of {@link BodyStream.Slices} that may wait is on the event loop. */
final class StreamedBody {

    private static final long NONE = -1;

    /** Interval of the pace check, in milliseconds. */
    private static final long LOOK_EVERY = 1000;

    /** The slice that is stored, and what comes meanwhile. */
    private static final long HELD = 2L * BodyStream.LONGEST_SLICE;

    private final RoutingContext exchange;
    private final HttpServerRequest request;
    private final RequestBodyConfig config;
    private final BytesInFlight memory;
    private final Object owner;
    private final BodyStream.Slices slices;

    private UniEmitter<? super Void> outcome;
    private Buffer pending = Buffer.buffer();
    private long longest;
    private long received;
    private long held;
    private long pace = NONE;
    private final long startedAt = System.nanoTime();
    private long storingSince;
    private long storingNanos;
    private boolean storing;
    private boolean ended;
    private boolean broken;
    private boolean settled;

    /** @param owner whose share of the memory it uses */
    StreamedBody(
            RoutingContext exchange,
            RequestBodyConfig config,
            BytesInFlight memory,
            Object owner,
            BodyStream.Slices slices) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.config = config;
        this.memory = memory;
        this.owner = owner;
        this.slices = slices;
        RequestEnd.then(exchange, this::release);
    }

    void read(UniEmitter<? super Void> emitter) {
        outcome = emitter;
        if (!memory.take(owner, HELD)) {
            refuse(Problem.unavailable());
            return;
        }
        held = HELD;
        exchange.vertx().executeBlocking(slices::begin, false).onComplete(begun -> {
            if (begun.succeeded()) {
                expect(begun.result());
            } else {
                refuse(begun.cause());
            }
        });
    }

    private void expect(long most) {
        longest = most;
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isLonger(length)) {
            refuse(Problem.tooLarge(longest));
            return;
        }
        if (exchange.response().closed()) {
            lineBreaks();
            return;
        }
        if (request.isEnded()) {
            end();
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))
                && request.version() != HttpVersion.HTTP_1_0) {
            exchange.response().writeContinue();
        }
        exchange.addEndHandler(over -> lineBreaks());
        request.exceptionHandler(cause -> lineBreaks())
                .handler(this::take)
                .endHandler(over -> end())
                .resume();
        if (!settled) {
            pace = exchange.vertx().setPeriodic(LOOK_EVERY, timer -> requirePace());
        }
    }

    private boolean isLonger(String length) {
        try {
            return Long.parseLong(length) > longest;
        } catch (NumberFormatException e) {
            // The server has rejected a non-numeric length already; a number that overflows is too long.
            return true;
        }
    }

    private void take(Buffer part) {
        received += part.length();
        if (settled) {
            return;
        }
        if (received > longest) {
            refuse(Problem.tooLarge(longest));
            return;
        }
        pending.appendBuffer(part);
        proceed();
    }

    private void end() {
        ended = true;
        proceed();
    }

    /** What has come is stored all the same. Also called at the end of each response. */
    private void lineBreaks() {
        broken = broken || !ended;
        proceed();
    }

    private void proceed() {
        if (storing || settled) {
            return;
        }
        int wanted = slices.next();
        boolean nothingFollows = ended || broken;
        if (pending.length() > 0 && (pending.length() >= wanted || nothingFollows)) {
            store(Math.min(wanted, pending.length()));
        } else if (ended) {
            settle();
            outcome.complete(null);
        } else if (broken) {
            settle();
            outcome.fail(Problem.unreadable());
        }
    }

    private void store(int count) {
        byte[] slice = pending.getBytes(0, count);
        pending = pending.getBuffer(count, pending.length());
        storing = true;
        storingSince = System.nanoTime();
        if (!ended && !broken) {
            request.pause();
        }
        exchange.vertx()
                .executeBlocking(
                        () -> {
                            slices.store(slice);
                            return null;
                        },
                        false)
                .onComplete(done -> {
                    storing = false;
                    storingNanos += System.nanoTime() - storingSince;
                    if (done.failed()) {
                        refuse(done.cause());
                        return;
                    }
                    proceed();
                    if (!ended && !broken && !storing && !settled) {
                        request.resume();
                    }
                });
    }

    /** The time that storing takes is not the sender's. */
    private void requirePace() {
        if (storing) {
            return;
        }
        long passed = System.nanoTime() - startedAt - storingNanos;
        double pacedSeconds = (double) (passed - config.grace().toNanos()) / TimeUnit.SECONDS.toNanos(1);
        if (passed > config.deadline().toNanos()
                || received < pacedSeconds * config.leastPace().asLongValue()) {
            // A response could not be told from that to a whole body: the sender resumes as after any interruption.
            stopPace();
            request.connection().close();
        }
    }

    private void refuse(Throwable problem) {
        if (settled) {
            return;
        }
        settle();
        RestOfBody.discard(exchange, config.linger());
        outcome.fail(problem);
    }

    private void settle() {
        settled = true;
        stopPace();
    }

    private void stopPace() {
        if (pace != NONE) {
            exchange.vertx().cancelTimer(pace);
            pace = NONE;
        }
    }

    private void release() {
        stopPace();
        memory.giveBack(owner, held);
    }
}
