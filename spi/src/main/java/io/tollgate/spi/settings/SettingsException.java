package io.tollgate.spi.settings;

import java.util.List;

/** Values that do not fit their declarations; carries every mistake, each with key, value and what is allowed. */
public final class SettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    SettingsException(List<String> mistakes) {
        super(String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** One sentence for each mistake, in the order of the declarations. */
    public List<String> mistakes() {
        return mistakes;
    }
}
