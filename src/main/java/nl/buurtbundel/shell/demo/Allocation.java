package nl.buurtbundel.shell.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** One allocated product, as a 301 states it. */
record Allocation(
        long number,
        Product product,
        String provider,
        int volume,
        LocalDate decidedOn,
        LocalTime decidedAt,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String changeReason) {

    static final String SHORTENED = "05";
}
