package io.tollgate.dataplane.integrate;

import io.tollgate.dataplane.gateway.MediaTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The media types whose content an API treats as bytes rather than text (features 9.8). Immutable. */
public final class BinaryTypes {
    private final Set<String> exact = new HashSet<>();
    private final Set<String> families = new HashSet<>();
    private boolean all;

    /** The types as an API lists them, {@code image/*} and {@code *}{@code /*} among them; null is none. */
    public BinaryTypes(@Nullable List<String> listed) {
        for (String type : listed == null ? List.<String>of() : listed) {
            String lower = type.toLowerCase(Locale.ROOT);
            if (lower.equals("*/*")) {
                all = true;
            } else if (lower.endsWith("/*")) {
                families.add(lower.substring(0, lower.length() - 1));
            } else {
                exact.add(lower);
            }
        }
    }

    /** Whether an API lists none. */
    public boolean isEmpty() {
        return !all && exact.isEmpty() && families.isEmpty();
    }

    /** Whether content of this Content-Type is binary. */
    public boolean ofContentType(@Nullable String field) {
        return all || (field != null && !field.isBlank() && matches(MediaTypes.ofContentType(field)));
    }

    /** Whether a client with this Accept field wants binary: its first type counts. */
    public boolean ofAccept(@Nullable String field) {
        return all || (field != null && !field.isBlank() && matches(MediaTypes.firstOfAccept(field)));
    }

    private boolean matches(String type) {
        int slash = type.indexOf('/');
        return exact.contains(type) || (slash > 0 && families.contains(type.substring(0, slash + 1)));
    }
}
