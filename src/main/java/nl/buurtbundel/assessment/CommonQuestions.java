package nl.buurtbundel.assessment;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.foundation.ProductTable;
import org.jspecify.annotations.Nullable;

/** What people ask most, from {@code law/questions.csv}. Add a line there to answer one more. */
public final class CommonQuestions {
    private static final List<CommonQuestion> QUESTIONS =
            ProductTable.read("law/questions.csv", CommonQuestions::question);

    private CommonQuestions() {}

    public static List<CommonQuestion> list() {
        return QUESTIONS;
    }

    /**
     * What helps to read beside what somebody says is not allowed: about the article they point at, else about what is said.
     *
     * @param article null as long as none was named
     */
    public static List<CommonQuestion> listFor(ObjectionKind said, @Nullable ArticleReference article) {
        return QUESTIONS.stream()
                .filter(question -> article == null ? question.objections().contains(said) : question.isAbout(article))
                .toList();
    }

    private static CommonQuestion question(NamedCsvRecord line) {
        return new CommonQuestion(
                line.getField("id"),
                words(line.getField("articles")).map(CommonQuestions::article).toList(),
                new Text(line.getField("nl_question"), line.getField("en_question")),
                new Text(line.getField("nl_answer"), line.getField("en_answer")),
                exception(line),
                words(line.getField("objections")).map(ObjectionKind::valueOf).collect(Collectors.toSet()));
    }

    private static Stream<String> words(String field) {
        return field.isEmpty() ? Stream.empty() : Stream.of(field.split(" ", -1));
    }

    private static LawArticle article(String reference) {
        return LawArticles.find(new ArticleReference(reference))
                .orElseThrow(() -> new IllegalStateException("law/articles.csv does not know " + reference));
    }

    private static @Nullable Text exception(NamedCsvRecord line) {
        String nl = line.getField("nl_exception");
        return nl.isEmpty() ? null : new Text(nl, line.getField("en_exception"));
    }
}
