package nl.buurtbundel.shell;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.buurtbundel.assessment.CommonQuestion;
import nl.buurtbundel.assessment.CommonQuestions;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.budget.Settlements;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PrivateRooms;
import nl.buurtbundel.initiative.PublicInitiative;
import nl.buurtbundel.initiative.PublicPlan;
import nl.buurtbundel.initiative.PublicPlans;
import nl.buurtbundel.initiative.PurseRule;
import nl.buurtbundel.initiative.PurseRules;
import nl.buurtbundel.initiative.TimelineEntry;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.neighbourhood.Shape;
import nl.buurtbundel.suggestion.CostAgainstToday;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What anyone may see, without login or session, and without script but for the page that reckons in the browser and the one that
 * locks in it what a circle writes.
 */
@WebServlet(urlPatterns = {"/openbaar", "/openbaar/*"})
public class PublicPages extends HttpServlet {
    static final String PURSE = "/openbaar/portemonnee";

    static final String OWN_PLAN = "/openbaar/eigen-plan";

    private static final Pattern MAP = Pattern.compile("/buurten/(GM[0-9A-Z]{4})\\.geojson");

    private static final Pattern PLAN = Pattern.compile("/buurtplan/([0-9]{1,18})");

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private Initiatives initiatives;

    @Inject
    private Settlements settlements;

    @Inject
    private HomeMunicipality home;

    @Inject
    private PrivateRooms rooms;

    @Inject
    private Demo demo;

    /** Who reckons it through with a resident, free of charge. */
    @Inject
    @ConfigProperty(name = "buurtbundel.purse.phone")
    private Optional<String> phone;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        @Nullable String path = request.getPathInfo();
        if ("/fout".equals(path)) {
            Page.write(request, response, "error", Map.of("notFound", response.getStatus() == 404));
            return;
        }
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (path == null || path.equals("/")) {
            writeList(request, response);
            return;
        }
        if (path.equals("/over")) {
            Page.write(request, response, "about", Map.of());
            return;
        }
        if (path.equals("/mag-dit")) {
            Locale locale = Page.locale(request);
            Page.write(request, response, "may", Map.of("questions", questions(locale), "said", askedBack(locale)));
            return;
        }
        if (path.equals("/portemonnee")) {
            Page.write(request, response, "purse", purse(Page.locale(request)));
            return;
        }
        if (path.equals("/eigen-plan")) {
            Page.write(request, response, "room", room(Page.locale(request)));
            return;
        }
        Matcher map = MAP.matcher(path);
        if (map.matches()) {
            writeShapes(new MunicipalityCode(map.group(1)), response);
            return;
        }
        Matcher plan = PLAN.matcher(path);
        if (plan.matches()) {
            writePlan(new InitiativeId(Long.parseLong(plan.group(1))), request, response);
            return;
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private Map<String, Object> room(Locale locale) {
        return Map.of(
                "kept",
                Messages.text(locale, "shell.room.kept", rooms.keptDays()),
                "promisers",
                Stream.of("self", "relative", "neighbour", "employer", "municipality", "other")
                        .map(who -> Map.of("code", who, "name", Messages.text(locale, "shell.room.who." + who)))
                        .toList());
    }

    private static List<Map<String, Object>> questions(Locale locale) {
        return CommonQuestions.list().stream()
                .map(question -> answered(question, locale))
                .toList();
    }

    /** What is said without a law, and what to ask back. */
    private static List<Map<String, Object>> askedBack(Locale locale) {
        return Stream.of(ObjectionKind.values())
                .filter(kind -> kind != ObjectionKind.LAW && kind != ObjectionKind.OTHER)
                .map(kind -> Map.<String, Object>of(
                        "words",
                        word(locale, "assessment.kind.", kind),
                        "questions",
                        kind.questionsBack().stream()
                                .map(key -> Messages.text(locale, key))
                                .toList()))
                .toList();
    }

    private static Map<String, Object> answered(CommonQuestion question, Locale locale) {
        Map<String, Object> answered = new HashMap<>();
        answered.put("id", question.id());
        answered.put("question", question.question().in(locale));
        answered.put("answer", question.answer().in(locale));
        Text exception = question.exception();
        if (exception != null) {
            answered.put("exception", exception.in(locale));
        }
        answered.put(
                "articles",
                question.articles().stream()
                        .map(article -> Map.of(
                                "link", article.officialText(),
                                "name", article.name(locale),
                                "words", article.words(locale)))
                        .toList());
        return answered;
    }

    private Map<String, Object> purse(Locale locale) {
        Formats formats = Formats.of(locale);
        Map<String, Object> values = new HashMap<>();
        List<Map<String, Object>> rules = new ArrayList<>();
        for (PurseRule rule : PurseRules.list()) {
            String low = amount(rule, rule.low(), formats);
            Map<String, Object> line = new HashMap<>();
            line.put("code", rule.code());
            line.put("low", rule.low());
            line.put("high", rule.high());
            line.put("name", rule.name().in(locale));
            line.put(
                    "value",
                    rule.isRange()
                            ? Messages.text(locale, "shell.purse.range", low, amount(rule, rule.high(), formats))
                            : low);
            line.put("source", rule.source());
            line.put("year", rule.year());
            line.put("estimate", rule.estimate());
            rules.add(line);
        }
        values.put("wage", formats.number(PurseRules.minimumWage().inEuros(), 2));
        values.put("rules", rules);
        phone.or(() -> demo.isOn() ? Optional.of(Messages.text(locale, "shell.demo.purse-phone")) : Optional.empty())
                .ifPresent(number -> {
                    values.put("phone", number);
                    values.put("phoneDigits", number.replaceAll("[^+0-9]", ""));
                });
        return values;
    }

    private static String amount(PurseRule rule, BigDecimal value, Formats formats) {
        return switch (rule.unit()) {
            case EUR -> formats.euros(Money.parse(value.setScale(2).toPlainString()));
            case PERCENT -> formats.percentage(value.movePointLeft(2), 2);
            case WEEKS -> formats.number(value, 3);
        };
    }

    private void writeList(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = Page.locale(request);
        @Nullable String asked = request.getParameter("pagina");
        int page = asked != null && asked.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(asked) : 1;
        PublicPlans found = initiatives.listPublic(home.code(), page - 1);
        Map<NeighbourhoodCode, String> names = neighbourhoods.mapNames(home.code());
        Map<String, Object> values = new HashMap<>();
        values.put(
                "plans",
                found.plans().stream()
                        .map(plan -> card(plan, names.getOrDefault(plan.neighbourhood(), ""), locale))
                        .toList());
        if (page > 1) {
            values.put("newer", page - 1);
        }
        if (found.more()) {
            values.put("older", page + 1);
        }
        Page.write(request, response, "public", values);
    }

    private static Map<String, Object> card(PublicPlan plan, String neighbourhood, Locale locale) {
        Map<String, Object> card = new HashMap<>();
        card.put("id", plan.id().value());
        card.put("title", plan.title());
        card.put("summary", plan.summary());
        card.put("neighbourhood", neighbourhood);
        card.put("stage", word(locale, "initiative.stage.", plan.stage()));
        if (plan.granted() != null) {
            card.put("granted", Formats.of(locale).euros(plan.granted()));
        }
        return card;
    }

    private void writePlan(InitiativeId id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            Page.write(request, response, "plan", figures(initiatives.readPublic(id), Page.locale(request)));
        } catch (RuntimeException thrown) {
            if (Refusal.unwrapped(thrown) instanceof NotFound) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                throw thrown;
            }
        }
    }

    private Map<String, Object> figures(PublicInitiative plan, Locale locale) {
        Formats formats = Formats.of(locale);
        Map<String, Object> figures = new HashMap<>();
        figures.put("id", plan.id().value());
        figures.put("title", plan.title());
        figures.put("summary", plan.summary());
        figures.put(
                "neighbourhood",
                neighbourhoods
                        .find(plan.neighbourhood())
                        .map(NeighbourhoodSummary::name)
                        .orElse(""));
        figures.put("stage", word(locale, "initiative.stage.", plan.stage()));
        if (plan.granted() != null) {
            figures.put("granted", formats.euros(plan.granted()));
            figures.put("requested", formats.euros(plan.asked()));
        }
        settlements.find(plan.id()).ifPresent(settlement -> {
            figures.put("granted", formats.euros(settlement.granted()));
            figures.put("paid", formats.euros(settlement.paid()));
            figures.put("returned", formats.euros(settlement.returned()));
        });
        if (plan.ground() != null) {
            figures.put("ground", Messages.text(locale, "assessment.ground." + plan.ground()));
        }
        figures.put("yearly", formats.euros(plan.yearlyCost()));
        figures.put("startUp", formats.euros(plan.startUp()));
        CostAgainstToday cost = plan.cost();
        if (cost != null) {
            figures.put("cost", fractions(cost, locale));
        }
        if (plan.households() != null) {
            figures.put("households", Messages.text(locale, "shell.public.about", plan.households()));
        }
        figures.put(
                "lines",
                plan.lines().stream()
                        .map(line -> Map.of("description", line.description(), "amount", formats.euros(line.yearly())))
                        .toList());
        figures.put(
                "timeline",
                plan.timeline().stream().map(entry -> entry(entry, locale)).toList());
        return figures;
    }

    private static Map<String, Object> fractions(CostAgainstToday cost, Locale locale) {
        Map<String, Object> fractions = new HashMap<>();
        fractions.put("ofToday", Messages.text(locale, "shell.public.percent", cost.ofToday()));
        if (cost.ofReplaced() > 0) {
            fractions.put("ofReplaced", Messages.text(locale, "shell.public.percent", cost.ofReplaced()));
        }
        return fractions;
    }

    private static Map<String, Object> entry(TimelineEntry entry, Locale locale) {
        Map<String, Object> line = new HashMap<>();
        line.put("iso", entry.on().toString());
        line.put("date", Formats.of(locale).date(entry.on()));
        line.put("text", Messages.text(locale, entry.messageKey()));
        line.put("office", word(locale, "initiative.office.", entry.office()));
        if (entry.reasonKey() != null) {
            line.put("reason", Messages.text(locale, entry.reasonKey()));
        }
        return line;
    }

    private static String word(Locale locale, String room, Enum<?> value) {
        return Messages.text(locale, room + Messages.word(value));
    }

    private void writeShapes(MunicipalityCode municipality, HttpServletResponse response) throws IOException {
        response.setContentType("application/geo+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "public, max-age=3600");
        try (JsonGenerator json = Json.createGenerator(response.getWriter())) {
            json.writeStartObject().write("type", "FeatureCollection").writeStartArray("features");
            for (Shape shape : neighbourhoods.listShapes(municipality)) {
                json.writeStartObject().write("type", "Feature");
                json.writeStartObject("properties")
                        .write("buurtcode", shape.code().value())
                        .write("buurtnaam", shape.name())
                        .writeEnd();
                try (JsonReader geometry = Json.createReader(new StringReader(shape.geometry()))) {
                    json.write("geometry", geometry.readObject());
                }
                json.writeEnd();
            }
            json.writeEnd().writeEnd();
        }
    }
}
