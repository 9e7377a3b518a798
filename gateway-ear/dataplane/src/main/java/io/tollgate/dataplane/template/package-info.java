/**
 * Mapping templates: Apache Velocity with API Gateway's behaviour where the two differ (vtl.md). A template is parsed once
 * and rendered per call in a sandbox: it reaches the values it is given and nothing else, and cannot run for ever. Start at
 * {@link MappingTemplate}.
 */
@NullMarked
package io.tollgate.dataplane.template;

import org.jspecify.annotations.NullMarked;
