package nl.buurtbundel.browser;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Only keys, from where the focus is: Tab, arrows, Enter, Space, Escape and letters. After every key the focus can be seen
 * and stays inside the dialog that is open; what cannot be reached in a bounded number of keys fails, and so does a page
 * that lets the focus fall.
 */
final class Keyboard implements Hand {
    private static final int MOST_TABS = 150;
    private static final int MOST_ARROWS = 60;
    private static final int LOOKS = 40;
    private static final int BETWEEN_LOOKS_MILLIS = 50;

    /** What all questions need: who has the focus, and what is inside what, through shadows and slots. */
    private static final String SHARED = """
            const parent = node => node.assignedSlot || node.parentNode || node.host;
            const within = (outer, node) => { for (; node; node = parent(node)) if (node === outer) return true; return false; };
            let active = document.activeElement;
            while (active && active.shadowRoot && active.shadowRoot.activeElement) active = active.shadowRoot.activeElement;
            const nowhere = !active || active === document.body || active === document.documentElement;
            const words = node => (node.getAttribute('aria-label') || (node.labels && node.labels[0] || node).textContent
              || node.value || node.id || '').trim().replace(/\\s+/g, ' ').slice(0, 60);
            const name = nowhere ? 'nothing' : active.localName + ' “' + words(active) + '”';
            const dialog = [...document.querySelectorAll('vaadin-dialog-overlay')].filter(one => !one.hasAttribute('closing')).pop();
            """;

    /**
     * Where the focus is, seen from what is wanted: on it, or in the cell of a grid at some distance from it (a grid is one
     * stop for Tab; inside, the arrows go), or before or after it.
     */
    private static final String WHERE = "wanted => {" + SHARED + """
              const target = wanted.closest('a, button, summary, vaadin-button, vaadin-radio-button, vaadin-side-nav-item') || wanted;
              const grid = wanted.closest('vaadin-grid');
              const inGrid = grid && !nowhere && active.closest('#items') && within(grid, active);
              const from = nowhere ? {} : active.getBoundingClientRect(), to = wanted.getBoundingClientRect();
              const x = to.left + to.width / 2, y = to.top + to.height / 2;
              const host = nowhere ? null : active.getRootNode().host || active;
              return {
                here: !nowhere && within(target, active),
                key: inGrid ? y > from.bottom ? 'ArrowDown' : y < from.top ? 'ArrowUp'
                    : x > from.right ? 'ArrowRight' : x < from.left ? 'ArrowLeft' : 'Enter'
                  : host && host.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab',
                name
              };
            }
            """;

    /** What is wrong with where the focus is or how it looks; nothing when it can be seen. */
    private static final String WRONG = "() => {" + SHARED + """
              if (nowhere) return dialog ? 'has left the dialog' : '';
              if (dialog && !within(dialog, active)
                && ![...document.querySelectorAll('[opened]')].some(one => /-overlay$/.test(one.localName) && within(one, active)))
                return 'has left the dialog for ' + name;
              const hosts = [];
              for (let node = active; node; node = node.parentNode || node.host)
                if (node.nodeType === 1 && node.hasAttribute('focus-ring')) hosts.push(node);
              const shown = [active, ...hosts];
              for (const host of hosts)
                if (host.shadowRoot) shown.push(...host.shadowRoot.querySelectorAll('[part], vaadin-input-container'));
              const clear = colour => /transparent|rgba\\(.*, 0\\)/.test(colour);
              const ring = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !clear(style.outlineColor)
                || style.boxShadow.split(/,(?![^(]*\\))/).some(shadow => {
                  const lengths = shadow.replace(/rgba?\\([^)]*\\)|color\\([^)]*\\)/, '').match(/-?[\\d.]+px/g) || [];
                  return lengths.length === 4 && parseFloat(lengths[3]) >= 2 && !clear(shadow);
                });
              if (!shown.some(one => ring(getComputedStyle(one)) || ring(getComputedStyle(one, '::before'))
                  || ring(getComputedStyle(one, '::after')))) return 'has no ring around ' + name;
              const box = (hosts[0] || active).getBoundingClientRect();
              if (box.width === 0 || box.height === 0) return 'has no size on ' + name;
              const frame = document.querySelector('vaadin-app-layout');
              const bar = frame ? frame.shadowRoot.querySelector('[part=navbar]').offsetHeight : 0;
              const fits = (low, high, size, taken) =>
                high - low > size - taken ? low < size && high > 0 : low >= -1 && high <= size + 1;
              if (!fits(box.left, box.right, innerWidth, 0) || !fits(box.top, box.bottom, innerHeight, bar)) return 'is out of sight on ' + name
                + ' at ' + [box.left, box.top, box.right, box.bottom].map(Math.round);
              const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]];
              const seen = points.some(([across, down]) => {
                let found = document.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
                while (found && found.shadowRoot) {
                  const deeper = found.shadowRoot.elementFromPoint(box.left + box.width * across, box.top + box.height * down);
                  if (!deeper || deeper === found) break;
                  found = deeper;
                }
                return found && (within(hosts[0] || active, found) || within(found, active));
              });
              return seen ? '' : 'is behind something else on ' + name;
            }
            """;

    /** Whether a page that was not loaded anew has let the focus fall on nothing. */
    private static final String FALLEN =
            "born => {" + SHARED + " return nowhere && performance.timeOrigin === born ? 'fell on nothing' : ''; }";

    /**
     * Where a dialog must leave the focus: on what opened it, or on what has the same name when the page was drawn anew, or,
     * when that is gone, in the main part of the page.
     */
    private static final String NOT_GIVEN_BACK = "opener => {" + SHARED + """
              const main = document.querySelector('main');
              const there = one => one.isConnected && !one.disabled && !one.hasAttribute('disabled') && one.checkVisibility();
              const same = there(opener) ? [opener]
                : [...main.querySelectorAll(opener.localName)].filter(one => there(one) && words(one) === words(opener));
              const right = same.length ? same.some(one => within(one, active)) : within(main, active);
              return right ? '' : 'was not given back to “' + words(opener) + '” but is on ' + name;
            }
            """;

    private static final String FOCUSED = "() => {" + SHARED + " return active; }";
    private static final String INSIDE_DIALOG = "() => {" + SHARED
            + " return dialog && !nowhere && within(dialog, active) ? '' : 'did not go into the dialog but is on ' + name; }";
    private static final String BORN = "() => performance.timeOrigin";

    private static final String WATCH = """
            for (const event of ['pointerdown', 'mousedown', 'touchstart'])
              addEventListener(event, () => console.error('A pointer was used where only keys may be'), true);
            """;

    /** Of the page on which the last key was pressed. */
    private double born;

    private @Nullable ElementHandle pressed;
    /** What had the focus when the dialog opened that is open now. */
    private @Nullable ElementHandle opener;

    private String openedOn = "";

    @Override
    public String watch() {
        return WATCH;
    }

    @Override
    public void press(Locator target) {
        reach(target);
        Page page = target.page();
        pressed = focused(page);
        born = ((Number) page.evaluate(BORN)).doubleValue();
        page.keyboard().press("Enter");
    }

    @Override
    public void type(Locator field, String text) {
        reach(field);
        Page page = field.page();
        page.keyboard().press("Control+A");
        page.keyboard().press("Delete");
        page.keyboard().type(text);
        key(page, "Tab");
    }

    @Override
    public void tick(Locator box) {
        reach(box);
        key(box.page(), "Space");
    }

    @Override
    public void pick(Locator radioButton) {
        if ("INPUT".equals(radioButton.evaluate("one => one.tagName"))) {
            reach(radioButton.locator("xpath=ancestor::fieldset").locator("input:checked"));
            while (!radioButton.isChecked()) {
                key(radioButton.page(), "ArrowDown");
            }
            return;
        }
        reach(radioButton.locator("xpath=ancestor::vaadin-radio-group"));
        arrowDownTo(radioButton);
        key(radioButton.page(), "Space");
    }

    @Override
    public void choose(Locator select, String option) {
        Page page = select.page();
        reach(select);
        page.keyboard().press("Enter");
        Locator wanted = page.locator("vaadin-select-item[role=option]:visible").filter(Screen.exactly(option));
        wanted.waitFor();
        arrowDownTo(wanted);
        page.keyboard().press("Enter");
        wanted.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        look(page, WRONG, null);
    }

    @Override
    public void search(Locator comboBox, String part) {
        Page page = comboBox.page();
        reach(comboBox);
        page.keyboard().type(part);
        Locator found = page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(part))
                .first();
        found.waitFor();
        page.keyboard().press("ArrowDown");
        Assertions.assertThat(
                        page.locator("vaadin-combo-box-item[focused]:visible").innerText())
                .contains(part);
        page.keyboard().press("Enter");
        found.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        look(page, WRONG, null);
    }

    /** Goes round the dialog once, forward over its end and backward over its beginning. */
    @Override
    public void entered(Locator dialog) {
        if (opener != null) {
            return;
        }
        opener = pressed;
        Page page = dialog.page();
        openedOn = where(page);
        look(page, INSIDE_DIALOG, null);
        ElementHandle first = focused(page);
        int round = 0;
        do {
            key(page, "Tab");
            Assertions.assertThat(++round).as("stops in the dialog").isLessThan(MOST_TABS);
        } while (!isFocused(page, first));
        key(page, "Shift+Tab");
        key(page, "Tab");
        Assertions.assertThat(isFocused(page, first))
                .as("Tab leads back to where Shift+Tab came from")
                .isTrue();
    }

    @Override
    public void cancel(Locator dialog) {
        dialog.page().keyboard().press("Escape");
    }

    @Override
    public void left(Page page) {
        // who was led to another page is told there what was done
        if (where(page).equals(openedOn)) {
            look(page, NOT_GIVEN_BACK, opener);
        }
        opener = null;
    }

    /** As the browser has it now: what Playwright was told of it may come later. */
    private static String where(Page page) {
        return String.valueOf(page.evaluate("() => location.pathname"));
    }

    private static void arrowDownTo(Locator target) {
        Page page = target.page();
        for (int arrows = 0; !where(target).here(); arrows++) {
            Assertions.assertThat(arrows).as("arrows to " + target).isLessThan(MOST_ARROWS);
            key(page, "ArrowDown");
        }
    }

    private void reach(Locator target) {
        target.waitFor();
        Page page = target.page();
        Screen.awaitAnswer(page);
        look(page, FALLEN, born);
        look(page, WRONG, null);
        List<String> passed = new ArrayList<>();
        int tabs = 0;
        int arrows = 0;
        String back = "";
        Focus focus = where(target);
        while (!focus.here()) {
            passed.add(focus.name());
            if (tabs == MOST_TABS || arrows == MOST_ARROWS) {
                throw new AssertionError("The keyboard does not reach " + target + ". It passed " + passed);
            }
            if (focus.key().endsWith("Tab")) {
                // who has once turned round goes on that way: focus goes round, and so comes everywhere
                back = back.isEmpty() ? focus.key() : back;
                key(page, back);
                tabs++;
            } else {
                key(page, focus.key());
                arrows++;
            }
            focus = where(target);
        }
    }

    /** One key that moves the focus, and a look at where it went. */
    private static void key(Page page, String key) {
        page.keyboard().press(key);
        look(page, WRONG, null);
    }

    /** Looks a few times: a page scrolls to what has the focus, and draws, in its own time. */
    private static void look(Page page, String question, @Nullable Object about) {
        String wrong = "";
        for (int looks = 0; looks < LOOKS; looks++) {
            wrong = String.valueOf(page.evaluate(question, about));
            if (wrong.isEmpty()) {
                return;
            }
            page.waitForTimeout(BETWEEN_LOOKS_MILLIS);
        }
        throw new AssertionError("At " + page.url() + " the focus " + wrong);
    }

    private static ElementHandle focused(Page page) {
        ElementHandle focused = page.evaluateHandle(FOCUSED).asElement();
        Assertions.assertThat(focused).as("what has the focus").isNotNull();
        return focused;
    }

    private static boolean isFocused(Page page, ElementHandle element) {
        return Boolean.TRUE.equals(page.evaluate("one => {" + SHARED + " return active === one; }", element));
    }

    private record Focus(boolean here, String key, String name) {}

    private static Focus where(Locator target) {
        Map<?, ?> found = (Map<?, ?>) target.evaluate(WHERE);
        return new Focus(
                Boolean.TRUE.equals(found.get("here")),
                String.valueOf(found.get("key")),
                String.valueOf(found.get("name")));
    }
}
