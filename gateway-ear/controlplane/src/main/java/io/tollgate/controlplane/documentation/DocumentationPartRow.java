package io.tollgate.controlplane.documentation;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A documentation part by API and id, below its API. */
@Entity
@Table(name = "documentation_part")
public class DocumentationPartRow extends DocumentRow {}
