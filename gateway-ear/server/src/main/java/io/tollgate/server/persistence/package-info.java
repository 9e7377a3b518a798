/** The database's door: the data source that the environment chooses, and the schema. Start at {@link Migrations}. */
@NullMarked
package io.tollgate.server.persistence;

import org.jspecify.annotations.NullMarked;
