package io.tollgate.controlplane.store;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** A noun as the database keeps it. */
@MappedSuperclass
public abstract class DocumentRow {
    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "parent")
    private String parent = "";

    @Column(name = "document")
    private String document = "";

    @Version
    @Column(name = "version")
    private long version;

    /** For JPA and subclasses. */
    protected DocumentRow() {}

    void fill(String key, String under, String json) {
        this.id = key;
        this.parent = under;
        this.document = json;
    }

    void document(String json) {
        this.document = json;
    }

    /** The key, unique in the table. */
    public String id() {
        return id;
    }

    /** The key of what it belongs to, or empty. */
    public String parent() {
        return parent;
    }

    /** The record as JSON. */
    public String document() {
        return document;
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }
}
