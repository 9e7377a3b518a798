package io.tollgate.dataplane.template;

import java.util.ArrayList;

/** A JSON array in a template: prints as JSON text. */
final class JsonArray extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return JsonValues.write(this);
    }
}
