/** The plugin to copy: an integration that answers with a greeting. Start at {@link ExamplePlugin}. */
@NullMarked
package io.tollgate.plugin.example;

import org.jspecify.annotations.NullMarked;
