package io.tollgate.transport;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event loops that all sockets of this process share: one for each core, on the best transport that the machine
 * offers (io_uring, epoll, NIO).
 */
public final class EventLoops implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoops.class);

    /** How long what takes a moment may take on a machine that is busy with something else. */
    static final Duration SOON = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final List<Loop> loops;

    private EventLoops(Vertx vertx, int count) {
        this.vertx = vertx;
        this.loops = IntStream.range(0, count)
                .mapToObj(index -> new Loop(index, ((VertxInternal) vertx).createEventLoopContext()))
                .toList();
    }

    /** Starts this many loops. */
    public static EventLoops start(int count) {
        Transport transport = Stream.of(Transport.IO_URING, Transport.EPOLL)
                .filter(candidate -> candidate != null && candidate.available())
                .findFirst()
                .orElse(Transport.NIO);
        LOG.info("{} event loops on {}", count, transport.name());
        VertxOptions options = new VertxOptions().setEventLoopPoolSize(count).setWorkerPoolSize(1);
        options.getFileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return new EventLoops(
                Vertx.builder().with(options).withTransport(transport).build(), count);
    }

    /** Starts one loop for each core. */
    public static EventLoops forThisMachine() {
        return start(Runtime.getRuntime().availableProcessors());
    }

    Vertx vertx() {
        return vertx;
    }

    List<Loop> all() {
        return loops;
    }

    /** Ends all loops; what is still running is cut. */
    @Override
    public void close() {
        await(vertx.close(), "stop the event loops", SOON);
    }

    /** Starts something on a loop and tells its end. */
    static <T> Future<T> inContext(Loop loop, Supplier<Future<T>> work) {
        Promise<T> end = Promise.promise();
        loop.runInContext(() -> work.get().onComplete(end));
        return end.future();
    }

    static <T> T await(Future<T> future, String what) {
        return await(future, what, SOON);
    }

    static <T> T await(Future<T> future, String what, Duration patience) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while trying to " + what, interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot " + what + ": " + failed.getMessage(), failed);
        } catch (TimeoutException late) {
            throw new IllegalStateException("cannot " + what + " within " + patience.toSeconds() + " s", late);
        }
    }
}
