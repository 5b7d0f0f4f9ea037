package vn.cchc.platform.http;

import io.netty.handler.codec.DecoderException;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.FileUploadImpl;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Reads a request body on the event loop, without blocking a thread. Files of a form are written to disk with
 * backpressure, everything else is held in memory. Resources are released when the request ends, however it ends.
 */
final class IncomingBody {

    private static final long NONE = -1;

    /** Interval of the pace check, in milliseconds. */
    private static final long LOOK_EVERY = 1000;

    /**
     * Estimated memory per body byte while it is processed: the bytes again, text at two bytes per character, the
     * objects and statements built from it.
     */
    private static final int GROWTH = 8;

    private final RoutingContext exchange;
    private final HttpServerRequest request;
    private final RequestBodyConfig config;
    private final BytesInFlight memory;
    private final Object owner;
    private final long longest;
    private final Optional<FormEnd> formEnd;
    private final Path uploads;
    private final UniEmitter<? super Void> outcome;

    private final Buffer content = Buffer.buffer();
    private final List<Future<Void>> files = new ArrayList<>();
    private final long startedAt = System.nanoTime();
    private long received;
    private long held;
    private long pace = NONE;
    private boolean settled;

    /**
     * @param memory of a form, the room on disk
     * @param owner whose share of the memory it uses
     * @param longest maximum length in bytes
     * @param form whether it is parsed as multipart/form-data
     * @param uploads the folder for files
     */
    IncomingBody(
            RoutingContext exchange,
            RequestBodyConfig config,
            BytesInFlight memory,
            Object owner,
            long longest,
            boolean form,
            Path uploads,
            UniEmitter<? super Void> outcome) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.config = config;
        this.memory = memory;
        this.owner = owner;
        this.longest = longest;
        this.formEnd = form ? Optional.of(FormEnd.of(request.getHeader(HttpHeaders.CONTENT_TYPE))) : Optional.empty();
        this.uploads = uploads;
        this.outcome = outcome;
    }

    /** Reads the body; then continues the request or refuses it: 400, 408, 413 or 503. */
    void read() {
        RequestEnd.then(exchange, this::release);
        if (exchange.response().closed()) {
            refuse(Problem::unreadable);
            return;
        }
        // The client has disconnected, or the form cannot be decoded, which Vert.x also reports as an end.
        exchange.addEndHandler(ended -> refuse(() -> MalformedForm.because(ended.cause())));
        if (isLongerThanAllowed(request.getHeader(HttpHeaders.CONTENT_LENGTH))) {
            refuse(() -> Problem.tooLarge(longest));
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
        if (formEnd.isPresent() && !expectForm()) {
            return;
        }
        // A disconnected client sees no response; a decoding error is reported.
        request.exceptionHandler(cause -> refuse(() -> MalformedForm.because(cause)))
                .handler(this::take)
                .endHandler(end -> end())
                .resume();
        if (!settled) {
            pace = exchange.vertx().setPeriodic(LOOK_EVERY, timer -> requirePace());
        }
    }

    /** Prepares decoding of the form; false when the request was refused instead. */
    private boolean expectForm() {
        try {
            request.setExpectMultipart(true);
            request.uploadHandler(this::store);
            return true;
        } catch (DecoderException | IllegalStateException | IllegalArgumentException e) {
            refuse(() -> formEnd.get().hasBoundary() ? MalformedForm.because(e) : MalformedForm.withoutBoundary());
            return false;
        }
    }

    private boolean isLongerThanAllowed(String length) {
        try {
            return length != null && Long.parseLong(length) > longest;
        } catch (NumberFormatException e) {
            // The server has rejected a non-numeric length already; a number that overflows is too long.
            return true;
        }
    }

    private void store(HttpServerFileUpload upload) {
        if (settled) {
            return;
        }
        String path = uploads.resolve(UUID.randomUUID().toString()).toString();
        exchange.fileUploads().add(new FileUploadImpl(exchange.vertx().fileSystem(), path, upload));
        files.add(upload.streamToFileSystem(path));
    }

    private void take(Buffer part) {
        if (settled) {
            return;
        }
        received += part.length();
        if (received > longest) {
            refuse(() -> Problem.tooLarge(longest));
        } else if (formEnd.isPresent()) {
            formEnd.get().look(part);
            if (!hold(part.length())) {
                refuse(Problem::unavailable);
            }
        } else if (hold(part.length())) {
            content.appendBuffer(part);
        } else {
            refuse(Problem::unavailable);
        }
    }

    private boolean hold(long bytes) {
        boolean taken = memory.take(owner, bytes);
        if (taken) {
            held += bytes;
        }
        return taken;
    }

    private void requirePace() {
        if (request.isEnded()) {
            // For a malformed charset name the decoder throws an exception of another kind, which ends reading
            // without calling a handler.
            refuse(() -> MalformedForm.because(null));
            return;
        }
        long passed = System.nanoTime() - startedAt;
        double pacedSeconds = (passed - config.grace().toNanos()) / 1e9;
        if (passed > config.deadline().toNanos()
                || received < pacedSeconds * config.leastPace().asLongValue()) {
            refuse(Problem::tooSlow);
        }
    }

    /** A truncated form may contain a file that never ends. */
    private void end() {
        if (settled) {
            return;
        }
        if (formEnd.isEmpty()) {
            complete(hold((GROWTH - 1) * received));
        } else if (formEnd.get().isReached()) {
            stopPace(); // from here on only the disk is awaited
            Future.join(files).onComplete(stored -> complete(stored.succeeded()));
        } else {
            refuse(MalformedForm::incomplete);
        }
    }

    /** @param kept whether memory and disk accepted it */
    private void complete(boolean kept) {
        if (settled) {
            return;
        }
        if (!kept) {
            refuse(Problem::unavailable);
            return;
        }
        settle();
        ((RoutingContextInternal) exchange).setBody(content);
        outcome.complete(null);
    }

    /** @param problem evaluated only when the request is refused; also called at the end of every read body */
    private void refuse(Supplier<Problem> problem) {
        if (settled) {
            return;
        }
        settle();
        RestOfBody.discard(exchange, config.linger());
        outcome.fail(problem.get());
    }

    private void settle() {
        settled = true;
        stopPace();
    }

    private void stopPace() {
        if (pace != NONE) {
            exchange.vertx().cancelTimer(pace);
        }
    }

    private void release() {
        exchange.fileUploads().forEach(IncomingBody::delete);
        memory.giveBack(owner, held);
    }

    private static void delete(FileUpload upload) {
        try {
            if (!upload.cancel()) {
                upload.delete();
            }
        } catch (IllegalStateException e) {
            // The client disconnected: the server has already closed and deleted the file.
        }
    }
}
