/**
 * Options that AWS does not have, as tags whose keys begin with {@code tollgate:}. This room knows how such tags are read
 * and refused, not which there are: each noun has a record of its own for that, {@link
 * io.tollgate.model.stage.StageOptions} for stages. Start at {@link OptionTags}.
 */
@NullMarked
package io.tollgate.model.option;

import org.jspecify.annotations.NullMarked;
