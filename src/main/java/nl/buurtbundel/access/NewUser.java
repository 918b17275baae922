package nl.buurtbundel.access;

import java.util.Set;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param demo the account may be entered from the demo page, without a password; only ever made under the demo switch
 */
public record NewUser(
        String loginName,
        String displayName,
        MunicipalityCode municipality,
        Set<Role> roles,
        Set<NeighbourhoodCode> neighbourhoods,
        @Nullable String subject,
        boolean demo) {}
