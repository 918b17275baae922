package nl.buurtbundel.suggestion.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.catalogue.Assumption;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.CostLine;
import nl.buurtbundel.catalogue.LegalGate;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.Messages;

/** What one version of an alternative says otherwise than another: everything that its form can change, by its labels. */
record VersionTexts(SumTexts texts) {
    private static final int MOST_DECIMALS = 4;

    List<String> changes(CollectiveAlternative before, CollectiveAlternative after) {
        Map<String, Said> old = byPlace(before);
        Map<String, Said> now = byPlace(after);
        Map<String, Said> all = new LinkedHashMap<>(now);
        old.forEach(all::putIfAbsent);
        return all.values().stream()
                .filter(said -> !words(old, said).equals(words(now, said)))
                .map(said -> text("suggestion.versions.changed", said.label(), words(old, said), words(now, said)))
                .toList();
    }

    private String words(Map<String, Said> version, Said asked) {
        Said said = version.get(asked.place());
        return said == null ? text("suggestion.edit.nothing") : said.words();
    }

    private static Map<String, Said> byPlace(List<Said> all) {
        return all.stream()
                .collect(Collectors.toMap(Said::place, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private Map<String, Said> byPlace(CollectiveAlternative alternative) {
        List<Said> all = new ArrayList<>();
        add(all, "name", text("suggestion.edit.name"), alternative.name());
        add(all, "summary", text("suggestion.edit.summary"), alternative.summary());
        add(all, "individual", text("suggestion.apart.individual"), alternative.staysIndividual());
        add(all, "jobs", text("suggestion.jobs"), alternative.jobs().description());
        add(all, "suggestion.edit.jobs-number", alternative.jobs().number());
        all.add(new Said(
                "needs",
                text("suggestion.edit.needs"),
                alternative.needs().stream().map(texts::need).collect(Collectors.joining(", "))));
        all.add(new Said("ways", text("suggestion.ways"), texts.ways(alternative.ways())));
        alternative.legalGates().forEach(gate -> add(all, gate));
        add(all, "suggestion.edit.size-places", alternative.size().places());
        add(all, "suggestion.edit.size-fewest", alternative.size().minimumHouseholds());
        add(all, "suggestion.edit.size-most", alternative.size().maximumHouseholds());
        add(all, "suggestion.edit.size-groups", alternative.size().maximumGroups());
        add(all, text("suggestion.alternative.replaced"), alternative.replacedShare());
        add(all, text("suggestion.alternative.uptake"), alternative.uptake());
        String late = text("suggestion.alternative.late");
        all.add(new Said(
                late,
                late,
                text("suggestion.alternative.months", alternative.delay().months())));
        add(all, late, late, alternative.delay().assumption());
        AlternativeView.allLines(alternative).forEach(line -> add(all, line));
        add(all, "suggestion.edit.years", alternative.startUp().years());
        return byPlace(all);
    }

    private void add(List<Said> all, String key, int number) {
        all.add(new Said(key, text(key), texts.formats().count(number)));
    }

    private void add(List<Said> all, String place, String label, Text words) {
        all.add(new Said(place + " nl", text("suggestion.edit.in-dutch", label), words.nl()));
        all.add(new Said(place + " en", text("suggestion.edit.in-english", label), words.en()));
    }

    private void add(List<Said> all, LegalGate gate) {
        String place = "gate " + gate.id();
        all.add(new Said(place, text("suggestion.gates.article"), gate.article()));
        add(all, place + " words", part(gate.article(), text("suggestion.gates.words")), gate.plainWords());
        add(all, place + " checker", part(gate.article(), text("suggestion.gates.checker")), gate.checker());
    }

    private void add(List<Said> all, String label, ShareEstimate share) {
        all.add(share(label, "suggestion.edit.low", share.low()));
        all.add(share(label, "suggestion.edit.likely", share.likely()));
        all.add(share(label, "suggestion.edit.high", share.high()));
        add(all, label, label, share.assumption());
    }

    private Said share(String label, String key, int basisPoints) {
        return new Said(label + key, part(label, text(key)), texts.percentage(basisPoints));
    }

    private void add(List<Said> all, CostLine line) {
        String place = "line " + line.id();
        String name = line.name().in(texts.locale());
        all.add(new Said(
                place,
                part(name, text("suggestion.alternative.price")),
                texts.formats().euros(line.price()) + " " + texts.per(line.pricePer())));
        for (int i = 0; i < line.factors().size(); i++) {
            String unit = texts.unit(line.factors().get(i).unit());
            all.add(new Said(
                    place + " factor " + i,
                    part(name, unit),
                    texts.formats().number(line.factors().get(i).number(), MOST_DECIMALS)));
        }
        add(all, place, name, line.assumption());
    }

    private void add(List<Said> all, String place, String label, Assumption assumption) {
        all.add(new Said(
                place + " evidence",
                part(label, text("suggestion.edit.evidence")),
                texts.evidence(assumption.evidence())));
        all.add(new Said(
                place + " year", part(label, text("suggestion.edit.year")), Integer.toString(assumption.year())));
        all.add(new Said(
                place + " source nl",
                part(label, text("suggestion.edit.source-nl")),
                assumption.source().nl()));
        all.add(new Said(
                place + " source en",
                part(label, text("suggestion.edit.source-en")),
                assumption.source().en()));
    }

    private static String part(String whole, String part) {
        return whole + ", " + part;
    }

    private String text(String key, Object... parameters) {
        return Messages.text(texts.locale(), key, parameters);
    }

    /**
     * One thing that a version says.
     *
     * @param place the same in every version, whatever the label says
     */
    private record Said(String place, String label, String words) {}
}
