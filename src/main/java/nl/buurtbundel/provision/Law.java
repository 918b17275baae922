package nl.buurtbundel.provision;

import java.util.Arrays;
import java.util.Optional;

/** The law under which a provision is given. Data of one law is used for another only with consent (Wmo 5.1.1 lid 4). */
public enum Law {
    WMO("Wmo"),
    JEUGDWET("Jeugdwet"),
    PARTICIPATIEWET("Participatiewet");

    private final String name;

    Law(String name) {
        this.name = name;
    }

    /** The name as it stands in files and on screens, the same in every language. */
    public String lawName() {
        return name;
    }

    public static Optional<Law> find(String name) {
        return Arrays.stream(values())
                .filter(law -> law.name.equalsIgnoreCase(name))
                .findFirst();
    }
}
