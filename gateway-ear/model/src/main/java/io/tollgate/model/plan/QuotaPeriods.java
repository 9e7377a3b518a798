package io.tollgate.model.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The periods of quotas, in UTC: days, weeks that begin on Monday, months. */
public final class QuotaPeriods {

    private QuotaPeriods() {}

    /** The first day of the period that a day is in. */
    public static LocalDate start(String period, LocalDate day) {
        return switch (period) {
            case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "MONTH" -> day.withDayOfMonth(1);
            default -> day;
        };
    }

    /** The first day after the period that begins on a day. */
    public static LocalDate end(String period, LocalDate start) {
        return switch (period) {
            case "WEEK" -> start.plusWeeks(1);
            case "MONTH" -> start.plusMonths(1);
            default -> start.plusDays(1);
        };
    }
}
