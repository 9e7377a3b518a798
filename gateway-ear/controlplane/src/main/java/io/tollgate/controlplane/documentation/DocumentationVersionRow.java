package io.tollgate.controlplane.documentation;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A documentation version with its frozen parts by API and version, below its API. */
@Entity
@Table(name = "documentation_version")
public class DocumentationVersionRow extends DocumentRow {}
