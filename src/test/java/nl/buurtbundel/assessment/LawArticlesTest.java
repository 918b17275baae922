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
                .isEqualTo("Awb art. 4:84");
    }

    @Test
    void an_article_is_found_as_the_catalogue_writes_it_and_only_with_its_law() {
        assertThat(LawArticles.findByName("Jeugdwet art. 2.9").orElseThrow().bwbId())
                .isEqualTo("BWBR0034925");
        assertThat(LawArticles.findByName("Wet personenvervoer 2000 art. 2")
                        .orElseThrow()
                        .bwbId())
                .isEqualTo("BWBR0011470");
        assertThat(LawArticles.findByName("art. 2")).isEmpty();
        assertThat(LawArticles.findByName("Warenwet, hygiënecode")).isEmpty();
    }

    @Test
    void an_article_is_named_with_its_law_and_a_number_that_one_law_has_finds_it() {
        assertThat(LawArticles.list())
                .allSatisfy(article -> assertThat(article.name(Messages.DUTCH))
                        .startsWith(article.law() + " art. " + article.article()));
        assertThat(LawArticles.findByNumber(" 2.9 ").orElseThrow().name(Messages.DUTCH))
                .isEqualTo("Jeugdwet art. 2.9");
        assertThat(LawArticles.findByNumber("2.99")).isEmpty();
    }
}
