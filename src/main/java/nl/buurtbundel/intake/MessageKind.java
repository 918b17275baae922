package nl.buurtbundel.intake;

import java.util.Arrays;
import java.util.Optional;
import nl.buurtbundel.provision.Law;

/** The messages of iWmo and iJw 3.2 that tell what is allocated, delivered and paid. In the order in which they are handled. */
enum MessageKind {
    ALLOCATION("301", "414", "436"),
    START("305", "418", "438"),
    STOP("307", "420", "440"),
    DECLARATION("323", "484", "490");

    private final String number;
    private final String codeUnderWmo;
    private final String codeUnderJeugdwet;

    MessageKind(String number, String codeUnderWmo, String codeUnderJeugdwet) {
        this.number = number;
        this.codeUnderWmo = codeUnderWmo;
        this.codeUnderJeugdwet = codeUnderJeugdwet;
    }

    String number() {
        return number;
    }

    /** The message code (code list COD002). */
    String code(Law law) {
        return law == Law.WMO ? codeUnderWmo : codeUnderJeugdwet;
    }

    static Optional<MessageKind> find(String number) {
        return Arrays.stream(values())
                .filter(kind -> kind.number.equals(number))
                .findFirst();
    }
}
