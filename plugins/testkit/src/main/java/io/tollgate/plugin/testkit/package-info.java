/**
 * What every plugin of a kind must do, as JUnit classes to extend, and what a plugin's tests need in place of a gateway: a
 * stub backend, an exchange, a host. It knows the SPI and nothing else of Tollgate, so that foreign authors can use it.
 * Start reading at {@link io.tollgate.plugin.testkit.PluginContract}.
 */
@NullMarked
package io.tollgate.plugin.testkit;

import org.jspecify.annotations.NullMarked;
