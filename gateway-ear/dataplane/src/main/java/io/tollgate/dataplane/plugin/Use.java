package io.tollgate.dataplane.plugin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Keeps a plugin's classes loaded for one thing that it made, and runs that thing's code. Thread-safe. */
final class Use {
    private final LoadedPlugin plugin;
    private final AtomicBoolean ended = new AtomicBoolean();

    Use(LoadedPlugin plugin) {
        this.plugin = plugin;
        plugin.use();
    }

    /** Lets the plugin make something; what goes wrong becomes {@link IllegalArgumentException} and ends the use. */
    <T> T make(Supplier<T> work) {
        boolean made = false;
        try {
            T thing = plugin.within(work);
            if (thing == null) {
                throw new IllegalArgumentException("plugin " + plugin + " made nothing");
            }
            made = true;
            return thing;
        } catch (IllegalArgumentException refused) {
            throw refused;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failed) {
            throw new IllegalArgumentException("plugin " + plugin + " failed: " + failed, failed);
        } finally {
            if (!made) {
                end();
            }
        }
    }

    /** Asks for an answer; a plugin that throws, or gives no stage, has failed. */
    <T> CompletionStage<T> ask(Supplier<CompletionStage<T>> question) {
        try {
            CompletionStage<T> answer = plugin.within(question);
            return answer != null
                    ? answer
                    : CompletableFuture.failedFuture(new IllegalStateException(this + " gave null"));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    /** Runs something that has no answer. */
    void run(Runnable work) {
        plugin.within(() -> {
            work.run();
            return this;
        });
    }

    /** Closes what was made; its classes may go when nothing else uses them. Later calls do nothing. */
    void close(Runnable closing) {
        if (ended.compareAndSet(false, true)) {
            try {
                run(closing);
            } finally {
                plugin.release();
            }
        }
    }

    /** Ends the use without closing anything. */
    void end() {
        if (ended.compareAndSet(false, true)) {
            plugin.release();
        }
    }

    @Override
    public String toString() {
        return "plugin " + plugin;
    }
}
