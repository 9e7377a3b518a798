/**
 * How a plugin answers calls: {@link IntegrationFactory} checks a definition when a stage is deployed, {@link
 * Integration} is called once per request. The pipeline has already mapped the request and will map the response; an
 * integration only talks to its backend.
 */
@NullMarked
package io.tollgate.spi.integration;

import org.jspecify.annotations.NullMarked;
