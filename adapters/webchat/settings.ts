import { z } from 'zod';

const ORIGIN = 'Write the origin of a site here, like https://shop.example.com, without a path.';

/** Whether this is the origin of a site, as a browser writes it. */
const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

/** `channels: { webchat: … }` of the configuration. */
export const webchatSettings = z
  .strictObject(
    {
      /** The sites on which the chat may stand in a frame; none: it has its own page alone. */
      origins: z.array(z.string(ORIGIN).refine(isOrigin, ORIGIN), 'Write a list of origins of sites here.').default([]),
    },
    'Write webchat as name: value pairs, like origins: [https://shop.example.com].',
  )
  .prefault({});

export type WebchatSettings = z.infer<typeof webchatSettings>;

/** Whether somebody wants the web chat. */
export const wantsWebchat = (setting: unknown): boolean => setting !== undefined;
