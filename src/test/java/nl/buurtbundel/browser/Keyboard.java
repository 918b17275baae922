package nl.buurtbundel.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/**
 * Only keys, from where the focus is: Tab, arrows, Enter, Space and letters. What cannot be reached in a bounded number of
 * keys fails, and so does a focus that cannot be seen.
 */
final class Keyboard implements Hand {
    private static final int MOST_TABS = 150;
    private static final int MOST_ARROWS = 60;
    private static final int LOOKS = 20;
    private static final int BETWEEN_LOOKS_MILLIS = 50;

    /**
     * Where the focus is, seen from what is wanted: on it, or in the cell of a grid at some distance from it (a grid is one
     * stop for Tab; inside, the arrows go).
     */
    private static final String WHERE = """
            wanted => {
              const parent = node => node.assignedSlot && !node.parentNode ? node.assignedSlot : node.parentNode || node.host;
              const within = (outer, node) => { for (; node; node = parent(node)) if (node === outer) return true; return false; };
              let active = document.activeElement;
              while (active && active.shadowRoot && active.shadowRoot.activeElement) active = active.shadowRoot.activeElement;
              const target = wanted.closest('a, button, summary, vaadin-button, vaadin-radio-button, vaadin-side-nav-item') || wanted;
              const grid = wanted.closest('vaadin-grid');
              const inGrid = grid && active && active.closest && active.closest('#items') && within(grid, active);
              const from = active ? active.getBoundingClientRect() : {}, to = wanted.getBoundingClientRect();
              const x = to.left + to.width / 2, y = to.top + to.height / 2;
              const name = active ? active.localName + ' “' + (active.getAttribute('aria-label') || active.textContent
                || active.value || active.id || '').trim().replace(/\\s+/g, ' ').slice(0, 40) + '”' : 'nothing';
              return {
                here: !!active && active !== document.body && within(target, active),
                arrow: !inGrid ? '' : y > from.bottom ? 'ArrowDown' : y < from.top ? 'ArrowUp'
                  : x > from.right ? 'ArrowRight' : x < from.left ? 'ArrowLeft' : 'Enter',
                name
              };
            }
            """;

    /** What is wrong with how the focus looks; nothing when it can be seen. */
    private static final String NOT_SEEN = """
            () => {
              let active = document.activeElement;
              while (active.shadowRoot && active.shadowRoot.activeElement) active = active.shadowRoot.activeElement;
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
                  return !shadow.includes('inset') && lengths.length === 4 && parseFloat(lengths[3]) >= 2 && !clear(shadow);
                });
              if (!shown.some(one => ring(getComputedStyle(one)) || ring(getComputedStyle(one, '::before'))
                  || ring(getComputedStyle(one, '::after')))) return 'has no ring around it';
              const box = (hosts[0] || active).getBoundingClientRect();
              if (box.width === 0 || box.height === 0) return 'has no size';
              if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) return 'is out of sight';
              const within = (outer, node) => { for (; node; node = node.parentNode || node.host) if (node === outer) return true; return false; };
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
              return seen ? '' : 'is behind something else';
            }
            """;

    @Override
    public void press(Locator target) {
        reach(target);
        target.page().keyboard().press("Enter");
    }

    @Override
    public void type(Locator field, String text) {
        reach(field);
        Page page = field.page();
        page.keyboard().press("Control+A");
        page.keyboard().press("Delete");
        page.keyboard().type(text);
        page.keyboard().press("Tab");
    }

    @Override
    public void pick(Locator radioButton) {
        Page page = radioButton.page();
        reach(radioButton.locator("xpath=ancestor::vaadin-radio-group"));
        for (int arrows = 0; !where(radioButton).here(); arrows++) {
            Assertions.assertThat(arrows)
                    .as("arrows to “" + radioButton.innerText() + "”")
                    .isLessThan(MOST_ARROWS);
            page.keyboard().press("ArrowDown");
        }
        assertSeen(radioButton);
        page.keyboard().press("Space");
    }

    @Override
    public void choose(Locator select, String option) {
        Page page = select.page();
        reach(select);
        page.keyboard().press("Enter");
        Locator wanted = page.locator("vaadin-select-item[role=option]:visible").filter(Screen.exactly(option));
        wanted.waitFor();
        for (int arrows = 0; !where(wanted).here(); arrows++) {
            Assertions.assertThat(arrows).as("arrows to “" + option + "”").isLessThan(MOST_ARROWS);
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        wanted.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
    }

    @Override
    public void search(Locator comboBox, String part) {
        Page page = comboBox.page();
        reach(comboBox);
        page.keyboard().type(part);
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(part))
                .first()
                .waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
    }

    private static void reach(Locator target) {
        target.waitFor();
        Page page = target.page();
        Screen.awaitAnswer(page);
        List<String> passed = new ArrayList<>();
        int tabs = 0;
        int arrows = 0;
        Focus focus = where(target);
        while (!focus.here()) {
            passed.add(focus.name());
            if (tabs == MOST_TABS || arrows == MOST_ARROWS) {
                throw new AssertionError("The keyboard does not reach " + target + ". It passed " + passed);
            }
            if (focus.arrow().isEmpty()) {
                page.keyboard().press("Tab");
                tabs++;
            } else {
                page.keyboard().press(focus.arrow());
                arrows++;
            }
            focus = where(target);
        }
        assertSeen(target);
    }

    /** Looks a few times: a page scrolls to what has the focus in its own time. */
    private static void assertSeen(Locator target) {
        String wrong = "";
        for (int looks = 0; looks < LOOKS; looks++) {
            wrong = String.valueOf(target.page().evaluate(NOT_SEEN));
            if (wrong.isEmpty()) {
                return;
            }
            target.page().waitForTimeout(BETWEEN_LOOKS_MILLIS);
        }
        throw new AssertionError(
                "The focus on " + target + " at " + target.page().url() + " " + wrong);
    }

    private record Focus(boolean here, String arrow, String name) {}

    private static Focus where(Locator target) {
        Map<?, ?> found = (Map<?, ?>) target.evaluate(WHERE);
        return new Focus(
                Boolean.TRUE.equals(found.get("here")),
                String.valueOf(found.get("arrow")),
                String.valueOf(found.get("name")));
    }
}
