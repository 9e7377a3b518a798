/**
 * Custom domain names, their base path mappings, and who may call private ones: kept and checked here, served elsewhere.
 * Start at {@link DomainNameOperations}.
 */
@NullMarked
package io.tollgate.controlplane.domain;

import org.jspecify.annotations.NullMarked;
