import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { feed, says } from './lines.ts';
import { openBrowser } from './open-browser.ts';
import { openWeb } from './open-web.ts';

/** The sidebar of a person before a real browser, on a whole street. Whatever the page complains of is collected. */
export const openSidebar = async (options: Parameters<typeof openWeb>[0] = {}) => {
  const web = await openWeb({ clock: { mode: 'wall', at: 0, since: 0 }, ...options });
  const complaints: string[] = [];

  /** A page of somebody who is signed in (null: nobody is), and what they see. */
  const sit = async (person: string | null, options: BrowserContextOptions = {}): Promise<Page> => {
    const browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 360, height: 700 }, locale: 'zh-CN', ...options });
    onTestFinished(() => context.close());
    if (person !== null) {
      const [name = '', value = ''] = (await web.signIn(person)).split('=');
      await context.addCookies([{ name, value, url: web.address }]);
    }
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      // A refusal that the page was told of is in the console of the browser too.
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
    });
    return page;
  };

  return {
    ...web,
    complaints,
    sit,
    /** Somebody looks at a customer. */
    look: async (person: string, customer: string, options?: BrowserContextOptions): Promise<Page> => {
      const page = await sit(person, options);
      await page.goto(`${web.address}/sidebar?customer=${encodeURIComponent(customer)}`);
      await page.locator('main:not([aria-busy])').waitFor();
      return page;
    },
    /** A customer says something now. */
    says: async (customer: string, text: string, more: object = {}): Promise<void> => {
      await feed(web.app, [says(customer, text, Date.now(), more)]);
    },
    carried: async (id: string): Promise<string[]> => {
      const [held] = await web.app.store.customers.load([id]);
      return (held?.tagIds ?? []).map((tag) => web.app.inForce.tree().label(tag));
    },
    isWell: (): void => expect([complaints, web.unforeseen]).toEqual([[], []]),
  };
};
