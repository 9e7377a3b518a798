/**
 * The nouns as immutable records, their rules, their PATCH paths, OpenAPI in and out.
 *
 * <p>Pure Java with Jackson for the wire form: the record components bear AWS's wire names, absent members are null and
 * are left out of JSON. This room knows no database, no socket and no Jakarta. Start reading at {@link
 * io.tollgate.model.restapi.ApiDefinition}, the document that a deployment freezes.
 */
@NullMarked
package io.tollgate.model;

import org.jspecify.annotations.NullMarked;
