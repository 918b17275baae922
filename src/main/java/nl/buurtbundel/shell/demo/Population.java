package nl.buurtbundel.shell.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Invents people. */
final class Population {

    private static final List<String> FEMALE = List.of(
            "Aaltje", "Bente", "Carmen", "Dilara", "Esra", "Femke", "Gerda", "Hanna", "Imane", "Jantine", "Karin",
            "Lieke", "Mina", "Noor", "Odette", "Petra", "Rosa", "Samira", "Tineke", "Wilma", "Yara", "Zofia");
    private static final List<String> MALE = List.of(
            "Arend", "Bilal", "Cees", "Daan", "Emre", "Frits", "Gijs", "Henk", "Ilyas", "Joris", "Koen", "Lars",
            "Mehmet", "Niels", "Otto", "Piet", "Ruben", "Sem", "Tygo", "Wout", "Youssef", "Ziggy");
    private static final List<String> SURNAMES = List.of(
            "Rietveld",
            "Waterman",
            "Kreek",
            "Sluiswachter",
            "Dijkhof",
            "Wilgenbos",
            "Baarsma",
            "Meerkoet",
            "Otterspoor",
            "Schuitema",
            "Kalmoes",
            "Lisdodde",
            "Zwanenburcht",
            "Palingdam",
            "Veenstroom",
            "Poldermans",
            "Golfbreker",
            "Wadlander",
            "Zeilmaker",
            "Hoogtij",
            "Laagwater",
            "Boegbeeld",
            "Ankerman",
            "Brakwater",
            "Snoekstra",
            "Steigerman");
    private static final List<String> PREFIXES = List.of("van", "de", "van der", "ter");

    private final Random random;
    private final CitizenNumbers numbers;

    Population(Random random, CitizenNumbers numbers) {
        this.random = random;
        this.numbers = numbers;
    }

    Person born(int firstYear, int lastYear) {
        return born(firstYear, lastYear, new Surname(random));
    }

    private Person born(int firstYear, int lastYear, Surname surname) {
        boolean female = random.nextBoolean();
        List<String> names = female ? FEMALE : MALE;
        LocalDate birthDate = LocalDate.of(firstYear + random.nextInt(lastYear - firstYear + 1), 1, 1)
                .plusDays(random.nextInt(365));
        return new Person(
                numbers.next(),
                birthDate,
                female ? "2" : "1",
                names.get(random.nextInt(names.size())),
                surname.prefix,
                surname.name);
    }

    Person older() {
        return born(1934, 1956);
    }

    Person adult() {
        return born(1962, 2003);
    }

    /** A child and then its one or two parents. */
    List<Person> family() {
        Surname surname = new Surname(random);
        List<Person> family = new ArrayList<>();
        family.add(born(2010, 2021, surname));
        family.add(born(1978, 1992, surname));
        if (random.nextInt(100) < 60) {
            family.add(born(1976, 1992));
        }
        return family;
    }

    private static final class Surname {
        private final String name;
        private final @Nullable String prefix;

        Surname(Random random) {
            name = SURNAMES.get(random.nextInt(SURNAMES.size()));
            prefix = random.nextInt(100) < 30 ? PREFIXES.get(random.nextInt(PREFIXES.size())) : null;
        }
    }
}
