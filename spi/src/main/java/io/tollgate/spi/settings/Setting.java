package io.tollgate.spi.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one component of a settings record. The component's type is one of {@code String}, {@code boolean}, {@code
 * int}, {@code long}, {@code double}, {@link java.nio.file.Path}, {@link java.time.Duration} (written {@code 250ms}, {@code 5s}, {@code 10m}, {@code
 * 1h}, {@code 7d}), an enum (constants written in kebab-case) or {@code List<String>} (separated by commas). Bounds and
 * the default are written as an operator writes values.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {
    /** Stands for "no default": the setting must be given. */
    String REQUIRED = "\u0000";

    /** The key without the plugin's prefix: kebab-case, dotted, for example {@code pool.max-size}. */
    String key();

    /** What it does, in one sentence; shown in forms and in the reference. */
    String description();

    /** The value where none is given. */
    String defaultValue() default REQUIRED;

    /** The least value of a number or duration. */
    String min() default "";

    /** The greatest value of a number or duration. */
    String max() default "";

    /** The only values of a text, or of each item of a list. */
    String[] allowed() default {};

    /** The regular expression that a text, or each item of a list, matches as a whole. */
    String pattern() default "";

    /** Whether the value must never be shown, not even in a message about a mistake. */
    boolean secret() default false;
}
