package io.tollgate.model.plan;

/**
 * How many calls a key may make in a period.
 *
 * @param limit calls in a period
 * @param offset calls that the first period has less
 * @param period DAY, WEEK or MONTH
 */
public record QuotaSettings(int limit, int offset, String period) {}
