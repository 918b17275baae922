package nl.buurtbundel.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import nl.buurtbundel.foundation.Messages;
import org.junit.jupiter.api.Test;

class LawArticlesTest {
    @Test
    void every_article_has_short_words_in_two_languages_and_an_official_link() {
        assertThat(LawArticles.list()).hasSizeGreaterThan(60).allSatisfy(article -> {
            assertThat(article.officialText().toString()).startsWith("https://wetten.overheid.nl/BWBR");
            for (Locale locale : Messages.LOCALES) {
                assertThat(article.words(locale)).endsWith(".").doesNotContain("'");
            }
        });
    }

    @Test
    void an_anchor_ends_at_its_article() {
        assertThat(LawArticles.list())
                .filteredOn(article -> !article.anchor().isEmpty())
                .allSatisfy(article -> assertThat(article.anchor()).endsWith("_Artikel" + article.article()));
    }

    @Test
    void the_articles_that_decide_about_money_are_there() {
        assertThat(LawArticles.find(new ArticleReference("BWBR0005416:189"))).isPresent();
        assertThat(LawArticles.find(new ArticleReference("BWBR0005416:192"))).isPresent();
        assertThat(LawArticles.name(new ArticleReference("BWBR0005537:4:84"), Messages.DUTCH))
                .isEqualTo("Awb 4:84");
    }
}
