package nl.buurtbundel.shell.demo;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.shell.demo.Quarter.Role;

/** Where everything is: the neighbourhoods of Waterrijk, how large they are, and which addresses they hold. */
final class Town {

    static final String CODE = "GM9901";
    static final String SENDER = "9901";
    static final String NAME = "Waterrijk";

    static final int FLAGSHIP_HOUSEHOLDS = 98;
    static final int NEIGHBOURS = 20;
    static final int TWO_LAWS_WMO = 18;
    static final int TWO_LAWS_YOUTH = 12;
    static final int TWO_LAWS_PERSONAL_BUDGET = 4;
    /** Of the young people: whose data may be used for the Wmo. One more gave consent and withdrew it. */
    static final int TWO_LAWS_CONSENT = 3;

    static final int TWO_LAWS_SMALL_WMO = 8;
    static final int TWO_LAWS_SMALL_YOUTH = 7;
    static final int TWO_LAWS_SMALL_CONSENT = 1;
    static final int SMALL_NEEDS = 6;
    static final int SMALL_HOUSEHOLDS = 4;
    static final int DOMINATED_HOUSEHOLDS = 12;
    static final int LUMP_SUM_HOUSEHOLDS = 20;
    static final int WITHOUT_ADDRESS = 3;
    static final int WITHOUT_TARIFF = 4;

    private static final int FIXED = FLAGSHIP_HOUSEHOLDS
            + TWO_LAWS_WMO
            + TWO_LAWS_YOUTH
            + TWO_LAWS_PERSONAL_BUDGET
            + TWO_LAWS_SMALL_WMO
            + TWO_LAWS_SMALL_YOUTH
            + SMALL_NEEDS * SMALL_HOUSEHOLDS
            + DOMINATED_HOUSEHOLDS
            + LUMP_SUM_HOUSEHOLDS
            + WITHOUT_ADDRESS
            + WITHOUT_TARIFF;

    private static final List<String> NAMES = List.of(
            "De Rietlanden",
            "Havenkwartier",
            "Molenwijk",
            "Het Eiland",
            "Zonnedijk",
            "Sluispark",
            "Binnenstad",
            "Kruidenbuurt",
            "De Wierden",
            "Stationsbuurt",
            "Vogelweide",
            "Oude Dorp",
            "Kanaalzoom",
            "Bloemenhof",
            "Schippersbuurt",
            "De Kreken");
    private static final List<String> NAME_PARTS = List.of(
            "Wilgen",
            "Elzen",
            "Lis",
            "Kalmoes",
            "Reiger",
            "Otter",
            "Baars",
            "Snoek",
            "Fuut",
            "Meerkoet",
            "Zwaluw",
            "Karekiet");
    private static final List<String> NAME_ENDS = List.of("hof", "kade", "veld", "park", "oord", "wijk", "dam", "laan");

    /** Letters that the postal service used from the start, so without F, I, O, Q, U and Y. */
    private static final String LETTERS = "ABCDEGHJKLMNPRSTVWXZ";

    private static final List<String> LETTER_PAIRS = letterPairs();
    private static final int FIRST_POSTCODE_AREA = 8950;
    private static final int POSTCODE_AREAS = 49;

    /** No address of the municipality has it. */
    static final String UNKNOWN_POSTCODE = "8999ZZ";

    private final List<Quarter> quarters;
    private final int addressesPerPostcode;
    private final int[] strides;
    private final int[] shifts;

    Town(DemoMunicipality.Settings settings) {
        Random random = new Random(settings.seed() * 31 + 1);
        int count = settings.neighbourhoods();
        int[] weights = new int[count];
        long total = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = role(i) == Role.BELOW_THRESHOLD ? 0 : 60 + random.nextInt(81);
            total += weights[i];
        }
        int free = settings.provisions() - FIXED;
        List<Quarter> planned = new ArrayList<>(count);
        strides = new int[count];
        shifts = new int[count];
        long weightSoFar = 0;
        int givenSoFar = 0;
        int firstAddress = 0;
        for (int i = 0; i < count; i++) {
            weightSoFar += weights[i];
            int upToHere = (int) (free * weightSoFar / total);
            int provisions = upToHere - givenSoFar;
            givenSoFar = upToHere;
            Role role = role(i);
            int inhabitants = inhabitants(role, provisions, random);
            int dwellings = inhabitants * 20 / 43;
            int olderPercent = role == Role.FLAGSHIP ? 35 : 40 + random.nextInt(45);
            planned.add(new Quarter(i, name(i), role, provisions, inhabitants, olderPercent, firstAddress, dwellings));
            strides[i] = stride(dwellings);
            shifts[i] = random.nextInt(dwellings);
            firstAddress += dwellings;
        }
        quarters = List.copyOf(planned);
        int postcodes = POSTCODE_AREAS * LETTER_PAIRS.size();
        addressesPerPostcode = Math.max(24, (firstAddress + postcodes - 1) / postcodes);
    }

    private static Role role(int index) {
        Role[] roles = Role.values();
        return index < roles.length ? roles[index] : Role.ORDINARY;
    }

    private static int inhabitants(Role role, int provisions, Random random) {
        return switch (role) {
            case FLAGSHIP -> 3_400 + provisions * 6;
            case BELOW_THRESHOLD -> 310;
            default -> 400 + provisions * (10 + random.nextInt(4));
        };
    }

    private static String name(int index) {
        if (index < NAMES.size()) {
            return NAMES.get(index);
        }
        int rest = index - NAMES.size();
        int pairs = NAME_PARTS.size() * NAME_ENDS.size();
        String name =
                NAME_PARTS.get(rest % NAME_PARTS.size()) + NAME_ENDS.get(rest / NAME_PARTS.size() % NAME_ENDS.size());
        int round = rest / pairs;
        return round == 0 ? name : name + " " + (round + 1);
    }

    /** About the golden ratio, and sharing no divisor with the number of dwellings: each is visited once, spread out. */
    private static int stride(int dwellings) {
        int stride = dwellings * 618 / 1000;
        while (!BigInteger.valueOf(stride).gcd(BigInteger.valueOf(dwellings)).equals(BigInteger.ONE)) {
            stride++;
        }
        return stride;
    }

    private static List<String> letterPairs() {
        List<String> pairs = new ArrayList<>();
        for (char first : LETTERS.toCharArray()) {
            for (char second : LETTERS.toCharArray()) {
                String pair = "" + first + second;
                // never issued: SA, SD, SS
                if (!pair.equals("SA") && !pair.equals("SD") && !pair.equals("SS")) {
                    pairs.add(pair);
                }
            }
        }
        return List.copyOf(pairs);
    }

    List<Quarter> quarters() {
        return quarters;
    }

    int districts() {
        return (quarters.size() + Quarter.PER_DISTRICT - 1) / Quarter.PER_DISTRICT;
    }

    /** The address in place {@code number} of the row of all addresses. */
    Address address(int number) {
        int postcode = number / addressesPerPostcode;
        return new Address(
                (FIRST_POSTCODE_AREA + postcode / LETTER_PAIRS.size())
                        + LETTER_PAIRS.get(postcode % LETTER_PAIRS.size()),
                number % addressesPerPostcode + 1);
    }

    /** The home of the household that is {@code sequence}-th in the neighbourhood; another one has another home. */
    Address home(Quarter quarter, int sequence) {
        if (sequence >= quarter.dwellings()) {
            throw new IllegalStateException("no dwelling left in " + quarter.name());
        }
        long place = (shifts[quarter.index()] + (long) sequence * strides[quarter.index()]) % quarter.dwellings();
        return address(quarter.firstAddress() + (int) place);
    }
}
