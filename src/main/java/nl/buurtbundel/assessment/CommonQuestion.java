package nl.buurtbundel.assessment;

import java.util.List;
import java.util.Set;
import nl.buurtbundel.catalogue.Text;
import org.jspecify.annotations.Nullable;

/**
 * “May this?”, as people ask it at the kitchen table, with the articles that answer it.
 *
 * @param id part of the address of the answer
 * @param exception when it is otherwise; null where none is known here
 * @param objections what it helps to read beside when somebody says that
 */
public record CommonQuestion(
        String id,
        List<LawArticle> articles,
        Text question,
        Text answer,
        @Nullable Text exception,
        Set<ObjectionKind> objections) {

    public CommonQuestion {
        if (!id.matches("[a-z]+(-[a-z]+)*") || articles.isEmpty()) {
            throw new IllegalArgumentException("no answer without an article of law: " + id);
        }
        articles = List.copyOf(articles);
        objections = Set.copyOf(objections);
    }

    boolean isAbout(ArticleReference article) {
        return articles.stream().anyMatch(one -> one.reference().equals(article));
    }
}
