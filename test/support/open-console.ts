import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { feed, happens } from './lines.ts';
import { openSidebar } from './open-sidebar.ts';

const DAY = 86_400_000;

/** More than a page has controls that can be reached by Tab. */
const MOST_STEPS = 80;

/** The console of a person before a real browser, over a whole street. */
export const openConsole = async () => {
  const desk = await openSidebar();
  return {
    ...desk,
    /** Somebody opens a view; `hash` like `#/rules`. */
    look: async (person: string, hash = '', options: BrowserContextOptions = {}): Promise<Page> => {
      const page = await desk.sit(person, { viewport: { width: 1280, height: 800 }, ...options });
      await page.goto(`${desk.address}/console${hash}`);
      await page.getByRole('navigation').waitFor();
      return page;
    },
    /** A quote that has waited for five days, and two who ask the price. */
    morning: async (): Promise<void> => {
      await desk.says('mei', '这个多少钱？', { customer: { id: 'mei', name: 'Mei' } });
      await desk.says('tom', '多少钱一箱', { customer: { id: 'tom', name: 'Tom' } });
      await feed(desk.app, [
        happens('zhou', 'quote', { quote: 'Q7', amount: 1200, currency: 'CNY', owner: 'li' }, Date.now() - 5 * DAY, {
          customer: { id: 'zhou', name: '周丽' },
        }),
      ]);
      await desk.says('zhou', '等我问问老板', { customer: { id: 'zhou', name: '周丽' } });
    },
  };
};

/** Goes on by Tab, as somebody without a mouse does, until there. */
export const tabTo = async (page: Page, there: Locator): Promise<void> => {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    if (await there.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(there)}`);
};
