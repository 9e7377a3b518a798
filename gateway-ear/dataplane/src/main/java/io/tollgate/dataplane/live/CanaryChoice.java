package io.tollgate.dataplane.live;

import io.tollgate.model.stage.CallerField;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.spi.http.Headers;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides which calls of a stage go to its canary: those that ask for it where the stage allows that, else by the caller
 * where the stage names one, else by lot. Immutable.
 *
 * <p>A caller's share of the line from 0 to 1 depends on the stage and on the caller alone. A percentage that grows thus
 * only ever moves callers to the canary, and on every node the same ones.
 */
final class CanaryChoice {
    private final double share;
    private final @Nullable String forceHeader;
    private final @Nullable CallerField sticky;
    private final long salt;

    CanaryChoice(LiveStageDocument document, CanarySettings canary) {
        this.share = canary.percentTraffic() / 100;
        this.forceHeader = document.options().canaryForceHeader();
        this.sticky = document.options().canarySticky();
        this.salt = hash(0, document.apiId() + "/" + document.stage().stageName());
    }

    Side of(Headers headers, Supplier<RandomGenerator> random) {
        Side asked = forceHeader == null ? null : Side.asked(headers.get(forceHeader));
        if (asked != null) {
            return asked;
        }
        if (share <= 0) {
            return Side.BASE;
        }
        String caller = sticky == null ? null : Caller.of(sticky, headers);
        double place = caller == null ? random.get().nextDouble() : place(caller);
        return place < share ? Side.CANARY : Side.BASE;
    }

    /** Why a call with these header fields went to this side. */
    SideReason reason(Side side, Headers headers) {
        if (side.forced()) {
            return SideReason.FORCED;
        }
        if (share <= 0) {
            return SideReason.NO_SHARE;
        }
        return sticky == null || Caller.of(sticky, headers) == null ? SideReason.LOT : SideReason.STICKY;
    }

    /** Where a caller stands: 0 to less than 1, evenly spread. */
    private double place(String caller) {
        return (hash(salt, caller) >>> 11) * 0x1p-53;
    }

    /** FNV-1a over the characters, finished as SplitMix64 does so that the high bits depend on all of them. */
    private static long hash(long salt, String text) {
        long mixed = 0xcbf29ce484222325L ^ salt;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * 0x100000001b3L;
        }
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
