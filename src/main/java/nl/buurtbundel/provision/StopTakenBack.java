package nl.buurtbundel.provision;

import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * The provider takes back that it stopped on the initiative of the municipality, or gives another reason: the help goes on, or
 * its money was never free. Fired in the transaction that stores it.
 *
 * @param neighbourhood null if the provision was never placed
 */
public record StopTakenBack(ProvisionId provision, @Nullable NeighbourhoodCode neighbourhood) {}
