package io.tollgate.dataplane.cache;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Pipeline;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.model.stage.MethodSetting;
import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The integration of a method behind its stage's cache (features 11). A hit is answered at once; of concurrent misses of
 * one key only the first goes to the backend: calls on this node wait for each other here, nodes that share the cache by its
 * claims. Successful answers of at most 1 MB are kept. Thread-safe.
 */
public final class CachedMethod {
    private static final int LARGEST_ENTRY = 1_048_576;
    private static final long LARGEST_ANSWER = 10_485_760;
    private static final String WARNING =
            "199 - \"Cache-control headers were ignored because the caller was unauthorized.\"";

    private final StageCache cache;
    private final CacheKey key;
    private final MethodSetting setting;
    private final Caching.Rules rules;
    private final Pipeline integration;
    private final @Nullable EntrySeal seal;

    /**
     * How base and canary keep their entries apart.
     *
     * @param prefix begins the keys of what is compiled here
     * @param canaryBypasses whether calls to the canary do not use the cache
     */
    public record Separation(String prefix, boolean canaryBypasses) {}

    CachedMethod(
            StageCache cache,
            CacheKey key,
            MethodSetting setting,
            Caching.Rules rules,
            Pipeline integration,
            @Nullable EntrySeal seal) {
        this.cache = cache;
        this.key = key;
        this.setting = setting;
        this.rules = rules;
        this.integration = integration;
        this.seal = seal;
    }

    /** The step: everything from the mapping of the request to the answer. */
    public CompletionStage<Outcome> answer(Call call) {
        if (call.canary() && rules.separation().canaryBypasses()) {
            return integration.run(call);
        }
        // Sealed entries have names of their own: what was kept before encryption was switched is not looked at.
        String name = (seal == null ? "" : "sealed ") + rules.separation().prefix() + key.of(call);
        if (!asksForFresh(call)) {
            return look(call, name, false);
        }
        if (!setting.requireAuthorizationForCacheControl() || rules.right().has(call)) {
            cache.miss();
            return fetch(call, name, new CompletableFuture<>());
        }
        return switch (setting.unauthorizedCacheControlHeaderStrategy()) {
            case "FAIL_WITH_403" ->
                CompletableFuture.completedFuture(Rejection.of(
                        GatewayResponseType.ACCESS_DENIED, "the caller may not invalidate cached answers"));
            case "SUCCEED_WITHOUT_RESPONSE_HEADER" -> look(call, name, false);
            default -> look(call, name, true);
        };
    }

    private static boolean asksForFresh(Call call) {
        String control = call.headers().get("Cache-Control");
        if (control == null) {
            return false;
        }
        String lower = control.toLowerCase(Locale.ROOT);
        return lower.contains("no-cache") || lower.contains("no-store") || asksForAgeZero(lower);
    }

    private static boolean asksForAgeZero(String control) {
        int at = control.indexOf("max-age=0");
        int end = at + "max-age=0".length();
        return at >= 0 && (end == control.length() || !Character.isDigit(control.charAt(end)));
    }

    private CompletionStage<Outcome> look(Call call, String name, boolean warned) {
        return cache.get(name).thenCompose(stored -> {
            CachedResponse found = opened(name, stored);
            return found == null
                    ? missed(call, name, warned)
                    : CompletableFuture.completedFuture(hit(call, found, warned));
        });
    }

    private Outcome hit(Call call, CachedResponse found, boolean warned) {
        cache.hit();
        call.body().discard();
        Headers headers = new Headers(found.headers());
        if (warned) {
            headers.add("Warning", WARNING);
        }
        call.answer(new Answer(found.status(), headers, Body.of(found.body())));
        return Outcome.Progress.ANSWERED;
    }

    private CompletionStage<Outcome> missed(Call call, String name, boolean warned) {
        CompletableFuture<@Nullable CachedResponse> mine = new CompletableFuture<>();
        if (!rules.fetchOnce()) {
            cache.miss();
            return fetch(call, name, mine);
        }
        CompletableFuture<@Nullable CachedResponse> other = cache.fetching(name, mine);
        if (other != null) {
            return other.thenCompose(found -> {
                if (found != null) {
                    return CompletableFuture.completedFuture(hit(call, found, warned));
                }
                cache.miss();
                return integration.run(call);
            });
        }
        return cache.claim(name)
                .thenCompose(stored -> {
                    CachedResponse found = opened(name, stored);
                    if (found == null) {
                        cache.miss();
                        return fetch(call, name, mine);
                    }
                    cache.fetched(name, mine);
                    mine.complete(found);
                    return CompletableFuture.completedFuture(hit(call, found, warned));
                })
                .whenComplete((outcome, failure) -> ended(name, mine));
    }

    private void ended(String name, CompletableFuture<@Nullable CachedResponse> mine) {
        cache.fetched(name, mine);
        mine.complete(null);
    }

    private @Nullable CachedResponse opened(String name, @Nullable CachedResponse stored) {
        return stored == null || seal == null ? stored : seal.open(name, stored);
    }

    private CompletionStage<Outcome> fetch(Call call, String name, CompletableFuture<@Nullable CachedResponse> mine) {
        return integration
                .run(call)
                .thenCompose(outcome -> kept(call, name, outcome, mine))
                .whenComplete((outcome, failure) -> {
                    if (!mine.isDone()) {
                        cache.release(name);
                    }
                    ended(name, mine);
                });
    }

    private CompletionStage<Outcome> kept(
            Call call, String name, Outcome outcome, CompletableFuture<@Nullable CachedResponse> mine) {
        Answer answer = call.answer();
        boolean keeps = outcome == Outcome.Progress.GO_ON
                && answer != null
                && answer.status() / 100 == 2
                && answer.body().length() <= LARGEST_ENTRY;
        if (!keeps || answer == null) {
            return CompletableFuture.completedFuture(outcome);
        }
        return answer.body().read(LARGEST_ANSWER).thenApply(bytes -> {
            call.answer(new Answer(answer.status(), answer.headers(), Body.of(bytes)));
            if (bytes.length <= LARGEST_ENTRY) {
                CachedResponse response =
                        new CachedResponse(answer.status(), new Headers(answer.headers()), bytes, call.arrivedMillis());
                CachedResponse stored = seal == null ? response : seal.seal(name, response);
                cache.put(name, stored, Duration.ofSeconds(setting.cacheTtlInSeconds()));
                mine.complete(response);
            }
            return outcome;
        });
    }
}
