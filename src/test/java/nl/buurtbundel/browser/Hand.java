package nl.buurtbundel.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How somebody works a page: by mouse, or by keyboard alone. */
interface Hand {
    /** A script for every page that complains when somebody works it in another way than this. */
    String watch();

    /** A button, a link, or whatever else does something. */
    void press(Locator target);

    /** Replaces what a field holds. */
    void type(Locator field, String text);

    /** One of the few choices that stand below each other. */
    void pick(Locator radioButton);

    /** A box that is ticked or not. */
    void tick(Locator box);

    /** One of the options of a list that opens, by its whole name. */
    void choose(Locator select, String option);

    /** The first entry that is found by typing a part of it. */
    void search(Locator comboBox, String part);

    /** A dialog has opened by what was pressed last. */
    void entered(Locator dialog);

    /** Closes the dialog without doing what it asks. */
    void cancel(Locator dialog);

    /** The dialog is closed. */
    void left(Page page);
}
