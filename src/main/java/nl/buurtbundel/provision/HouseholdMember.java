package nl.buurtbundel.provision;

import org.jspecify.annotations.Nullable;

/** Somebody in a household; role and year of birth as far as they are known. */
public record HouseholdMember(
        PersonId person,
        @Nullable HouseholdRole role,
        @Nullable Integer yearOfBirth) {}
