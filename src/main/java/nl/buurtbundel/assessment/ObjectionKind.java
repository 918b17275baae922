package nl.buurtbundel.assessment;

import java.util.List;
import java.util.stream.IntStream;
import nl.buurtbundel.foundation.Messages;

/**
 * What is said when something is not allowed: five things that are said most, or another. Each asks its own questions back at
 * the moment it is said.
 */
public enum ObjectionKind {
    /** The law forbids it. */
    LAW(4),
    EQUAL_TREATMENT(1),
    /** Then everybody will want it. */
    PRECEDENT(1),
    NO_MEANS(1),
    /** They will never learn it themselves this way. */
    NEVER_LEARN(1),
    OTHER(1);

    private final int questionsBack;

    ObjectionKind(int questionsBack) {
        this.questionsBack = questionsBack;
    }

    /** The keys of the texts of what is asked back, in order. */
    public List<String> questionsBack() {
        return IntStream.rangeClosed(1, questionsBack)
                .mapToObj(number -> "assessment.asked-back." + Messages.word(this) + "." + number)
                .toList();
    }

    /** Only of the law it is said that an article stands in the way; the others can turn out to be about one. */
    public boolean isAboutAnArticle() {
        return this == LAW;
    }
}
