/**
 * What a plugin author sees.
 *
 * <p>A plugin is one jar with one class that implements {@link io.tollgate.spi.Plugin}, named in
 * {@code META-INF/services/io.tollgate.spi.Plugin}. Its life:
 *
 * <ol>
 *   <li><b>Found.</b> The jar lies in a plugin folder. Bundled and foreign jars take the same road.
 *   <li><b>Loaded.</b> The jar gets a class loader of its own: {@code io.tollgate.spi} comes from the gateway,
 *       and slf4j come from the gateway, everything else from the jar. While the plugin's code runs, its loader is the
 *       thread's context loader.
 *   <li><b>Asked.</b> Each method of {@link io.tollgate.spi.Plugin} is called once; what it returns is registered by
 *       its type names. The settings are bound and checked.
 *   <li><b>Created.</b> When a stage is deployed, each method's definition is handed to the factory that serves its
 *       type; the factory checks it and returns the object that will answer calls. If two plugins accept one definition,
 *       both are refused and named.
 *   <li><b>Called.</b> Once per request, on the thread that accepted the request. It must not block; a plugin that
 *       has to says so ({@code blocking}) and is then called on a virtual thread.
 *   <li><b>Closed.</b> When the last stage that uses it has been replaced and its last call has ended.
 * </ol>
 *
 * <p>This module depends on nothing. It must not know the model, the database or Jakarta. Start reading at
 * {@link io.tollgate.spi.Plugin}.
 */
@NullMarked
package io.tollgate.spi;

import org.jspecify.annotations.NullMarked;
