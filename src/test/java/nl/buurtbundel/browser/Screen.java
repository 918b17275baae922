package nl.buurtbundel.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands on a page as people read it: tables, facts and amounts. */
final class Screen {
    private static final Pattern AMOUNT = Pattern.compile("(−\\s*)?€\\s*(−)?([0-9.]+),([0-9]{2})(?![0-9])");

    private static final String ANSWERED = """
            () => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive || !client.isActive())
            """;

    private Screen() {}

    /** Waits until the server has answered all that was asked, so that nothing is drawn anew under somebody’s hand. */
    static void awaitAnswer(Page page) {
        page.waitForFunction(ANSWERED);
    }

    /** The cells of each row, without the heads and the line with the total. */
    static List<List<String>> rows(Locator table) {
        return cells(table, "tbody tr");
    }

    static List<String> total(Locator table) {
        return cells(table, "tfoot tr").get(0);
    }

    private static List<List<String>> cells(Locator table, String rows) {
        List<List<String>> cells = new ArrayList<>();
        for (Object row : (List<?>) table.evaluate(
                "(table, rows) => [...table.querySelectorAll(rows)].map(row => [...row.cells].map(cell => cell.textContent))",
                rows)) {
            cells.add(((List<?>) row)
                    .stream().map(cell -> plain(String.valueOf(cell))).toList());
        }
        return cells;
    }

    /** Names and what they stand for. */
    static Map<String, String> facts(Locator page) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Object fact : (List<?>)
                page.evaluate(
                        "page => [...page.querySelectorAll('dl > div')].map(one => [...one.children].map(part => part.textContent))")) {
            List<?> parts = (List<?>) fact;
            facts.put(plain(String.valueOf(parts.get(0))), plain(String.valueOf(parts.get(1))));
        }
        return facts;
    }

    /** The value of the key figure with this name, in whole cents. */
    static long keyFigure(Locator page, String name) {
        return cents(page.locator(".bb-key-figure")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .locator(".bb-key-figure-value")
                .innerText());
    }

    /** The first amount in this text, in cents. */
    static long cents(String text) {
        Matcher amount = AMOUNT.matcher(plain(text));
        if (!amount.find()) {
            throw new AssertionError("There is no amount in whole cents in “" + text + "”");
        }
        long cents = Long.parseLong(amount.group(3).replace(".", "") + amount.group(4));
        return amount.group(1) == null && amount.group(2) == null ? cents : -cents;
    }

    /** What says these words and nothing else. */
    static Locator.FilterOptions exactly(String words) {
        return new Locator.FilterOptions()
                .setHasText(Pattern.compile("^\\s*" + words.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0") + "\\s*$"));
    }

    static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    }
}
