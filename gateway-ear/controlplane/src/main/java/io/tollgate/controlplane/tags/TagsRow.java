package io.tollgate.controlplane.tags;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The tags of one taggable thing by its ARN. */
@Entity
@Table(name = "tags")
public class TagsRow extends DocumentRow {}
