package io.tollgate.controlplane.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tollgate.model.error.ApiException.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list. The position is opaque to clients: it holds the key of the page's last item, so that items that come
 * or go between two pages neither shift nor repeat the rest.
 *
 * @param position where the next page begins, or null on the last page
 * @param item the items
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(@Nullable String position, List<T> item) {

    /** The page that a request asks for, of items sorted by their keys. */
    public static <T> Page<T> of(List<T> sorted, Function<T, String> key, Request request) {
        String after = request.position() == null ? null : decode(request.position());
        int start = 0;
        while (after != null
                && start < sorted.size()
                && key.apply(sorted.get(start)).compareTo(after) <= 0) {
            start++;
        }
        int end = Math.min(sorted.size(), start + request.limit());
        List<T> items = sorted.subList(start, end);
        boolean more = end < sorted.size();
        return new Page<>(more ? encode(key.apply(sorted.get(end - 1))) : null, List.copyOf(items));
    }

    /** The same page with its items shown in another form. */
    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(position, item.stream().map(view).toList());
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String position) {
        try {
            return new String(Base64.getUrlDecoder().decode(position), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw new BadRequestException("Invalid position parameter specified");
        }
    }
}
