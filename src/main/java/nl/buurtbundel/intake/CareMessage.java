package nl.buurtbundel.intake;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.provision.ProvisionCommand;

/**
 * A message that was read to the end and keeps the rules.
 *
 * @param digest of all bytes of the message
 */
record CareMessage(Identity identity, MessageKind kind, String digest, List<ProvisionCommand> commands) {

    CareMessage {
        commands = List.copyOf(commands);
    }

    /** What makes a message the same message: two with one identity must be equal to the last byte. */
    record Identity(String code, String sender, String identification, LocalDate date) {}
}
