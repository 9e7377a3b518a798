package io.tollgate.controlplane.domain;

/** A noun that lives below a domain name and goes with it. */
@FunctionalInterface
interface DomainPart {

    /** Removes everything of this noun that the domain with this key has. */
    void deleteAll(String domainKey);
}
