package io.tollgate.model.openapi;

import java.util.function.Supplier;

/** Ids that count. */
final class Ids implements Supplier<String> {
    private int last;

    @Override
    public String get() {
        return "id" + ++last;
    }
}
