package nl.buurtbundel.shell.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody who does not exist: invented name, test citizen service number. */
record Person(
        String bsn,
        LocalDate birthDate,
        String sex,
        String firstName,
        @Nullable String prefix,
        String surname) {

    String initials() {
        return firstName.substring(0, 1);
    }

    String fullName() {
        return prefix == null ? firstName + " " + surname : firstName + " " + prefix + " " + surname;
    }
}
