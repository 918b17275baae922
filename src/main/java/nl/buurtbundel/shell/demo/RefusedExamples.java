package nl.buurtbundel.shell.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Files with one mistake each, for whoever wants to see how the intake refuses or sets aside. */
final class RefusedExamples {

    private final Path folder;

    RefusedExamples(Path folder) {
        this.folder = folder;
    }

    int write(Town town, CitizenNumbers numbers, long seed) throws IOException {
        Files.createDirectories(folder);
        Person client = new Population(new Random(seed * 31 + 5), numbers).adult();
        Quarter quarter = town.quarters().get(Quarter.Role.values().length);
        Address address = town.home(quarter, quarter.dwellings() - 1);
        String good = allocation(1, client, address, LocalDate.of(2027, 12, 31));
        write(
                "andere-versie.xml",
                changed(changed(good, "/3_2/", "/3_1/"), "<wmo301:BerichtSubversie>2<", "<wmo301:BerichtSubversie>1<"));
        write(
                "verkeerde-code.xml",
                changed(identified(good, 2), "<wmo301:BerichtCode>414<", "<wmo301:BerichtCode>436<"));
        write(
                "externe-entiteit.xml",
                changed(
                        changed(
                                identified(good, 3),
                                "<wmo301:Bericht ",
                                "<!DOCTYPE Bericht [ <!ENTITY inhoud SYSTEM \"https://voorbeeld.invalid/geheim.txt\"> ]>\n"
                                        + "<wmo301:Bericht "),
                        "<iwmo:Achternaam>",
                        "<iwmo:Achternaam>&inhoud;"));
        write(
                "andere-gemeente.xml",
                changed(identified(good, 4), "<wmo301:Afzender>" + Town.SENDER, "<wmo301:Afzender>9902"));
        String whole = identified(good, 5);
        write("afgebroken.xml", whole.substring(0, whole.length() / 2));
        write("week-zonder-einddatum.xml", allocation(6, client, address, null));
        return 6;
    }

    private static String allocation(int number, Person client, Address address, @Nullable LocalDate lastDay) {
        LocalDate firstDay = LocalDate.of(2026, 1, 1);
        Product product = Product.GUIDANCE;
        Allocation allocation = new Allocation(
                910_000_000L + number,
                product,
                product.providers().get(0),
                120,
                firstDay.minusDays(14),
                LocalTime.of(11, 15),
                firstDay,
                lastDay,
                null);
        return Messages.allocation(
                Law.WMO,
                identification(number),
                firstDay.minusDays(14),
                client,
                address,
                null,
                null,
                List.of(allocation));
    }

    private static String identification(int number) {
        return "301F0000000" + number;
    }

    /** Each example is a message of its own, so that none is refused only for repeating another. */
    private static String identified(String message, int number) {
        return changed(message, identification(1), identification(number));
    }

    private static String changed(String message, String from, String to) {
        if (!message.contains(from)) {
            throw new IllegalStateException("not in the message: " + from);
        }
        return message.replace(from, to);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
